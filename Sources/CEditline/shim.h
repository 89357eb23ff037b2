// libedit's calls are variadic, and Swift cannot call those: one typed `static inline` wrapper for each use.
// The wide-character API is used throughout, where one element is one Unicode scalar. Elements are `uint32_t` here, for
// Swift holds a `wchar_t` to be a valid scalar, and the editor also keeps marks beyond Unicode in a line. No logic lives here.
#ifndef T2V_CEDITLINE_SHIM_H
#define T2V_CEDITLINE_SHIM_H

#include <histedit.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <wchar.h>

// Hidden by the feature macros that Swift's C importer sets; both are in the C library all the same.
extern int wcwidth(wchar_t);
extern FILE *open_memstream(char **, size_t *);

/// Columns of a scalar by the C library's locale; -1 for one that cannot be shown.
static inline int ce_columns(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

/// Gives libedit the next element: returns 1 for one, 0 at the end, -1 to break the line off.
typedef int (*ce_reader)(EditLine *, uint32_t *);
/// What libedit calls for a bound key: returns one of the `CC_` codes.
typedef unsigned char (*ce_function)(EditLine *, wint_t);

static inline int ce_set_client_data(EditLine *e, void *data) { return el_wset(e, EL_CLIENTDATA, data); }

static inline void *ce_client_data(EditLine *e) {
  void *data = NULL;
  return el_wget(e, EL_CLIENTDATA, &data) == 0 ? data : NULL;
}

static inline int ce_set_reader(EditLine *e, ce_reader read) {
  return el_wset(e, EL_GETCFN, (el_rfunc_t)read);
}

static inline int ce_set_editor(EditLine *e, const uint32_t *name) {
  return el_wset(e, EL_EDITOR, (const wchar_t *)name);
}

/// True if the vi key map is in use.
static inline int ce_uses_vi(EditLine *e) {
  const wchar_t *name = NULL;
  return el_wget(e, EL_EDITOR, &name) == 0 && name != NULL && name[0] == L'v';
}

static inline int ce_handle_signals(EditLine *e, int on) { return el_wset(e, EL_SIGNAL, on); }

static inline int ce_set_edit_mode(EditLine *e, int on) { return el_wset(e, EL_EDITMODE, on); }

/// The strings must live as long as `e`.
static inline int ce_add_function(EditLine *e, const uint32_t *name, const uint32_t *help, ce_function f) {
  return el_wset(e, EL_ADDFN, (const wchar_t *)name, (const wchar_t *)help, f);
}

static inline int ce_bind(EditLine *e, const uint32_t *key, const uint32_t *command) {
  return el_wset(e, EL_BIND, (const wchar_t *)key, (const wchar_t *)command, NULL);
}

/// Binds in the alternative map, which is vi's command mode.
static inline int ce_bind_alternative(EditLine *e, const uint32_t *key, const uint32_t *command) {
  return el_wset(e, EL_BIND, L"-a", (const wchar_t *)key, (const wchar_t *)command, NULL);
}

/// Prints what `key` is bound to on libedit's output stream.
static inline int ce_show_binding(EditLine *e, const uint32_t *key) {
  return el_wset(e, EL_BIND, (const wchar_t *)key, NULL);
}

/// `setty -d FLAG`: a flag of libedit's terminal while it edits.
static inline int ce_set_editing_tty_flag(EditLine *e, const uint32_t *flag) {
  return el_wset(e, EL_SETTY, L"-d", (const wchar_t *)flag, NULL);
}

static inline int ce_set_output(EditLine *e, FILE *output) { return el_wset(e, EL_SETFP, 1, output); }

/// Reads one line; NULL at the end, or when broken off.
static inline const void *ce_read_line(EditLine *e) {
  int count = 0;
  return el_wgets(e, &count);
}

/// The line as it is: its elements, how many, and the cursor's index.
static inline const uint32_t *ce_line(EditLine *e, size_t *count, size_t *cursor) {
  const LineInfoW *line = el_wline(e);
  *count = (size_t)(line->lastchar - line->buffer);
  *cursor = (size_t)(line->cursor - line->buffer);
  return (const uint32_t *)line->buffer;
}

/// Inserts at the cursor; 0 for success.
static inline int ce_insert(EditLine *e, const uint32_t *text) {
  return el_winsertstr(e, (const wchar_t *)text);
}

static inline int ce_set_history(EditLine *e, HistoryW *h) { return el_wset(e, EL_HIST, history_w, h); }

static inline int ce_history_set_size(HistoryW *h, int entries) {
  HistEventW event;
  return history_w(h, &event, H_SETSIZE, entries);
}

static inline int ce_history_clear(HistoryW *h) {
  HistEventW event;
  return history_w(h, &event, H_CLEAR);
}

static inline int ce_history_enter(HistoryW *h, const uint32_t *line) {
  HistEventW event;
  return history_w(h, &event, H_ENTER, (const wchar_t *)line);
}

#endif
