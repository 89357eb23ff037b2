#include "CCurl.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

// All that is used of libcurl.
#define FUNCTIONS(F) \
  F(curl_url) F(curl_url_cleanup) F(curl_url_set) F(curl_url_get) F(curl_easy_unescape) \
  F(curl_easy_strerror) F(curl_free) F(curl_easy_init) F(curl_easy_cleanup) F(curl_easy_pause) \
  F(curl_easy_setopt) F(curl_easy_getinfo) F(curl_slist_append) F(curl_slist_free_all) \
  F(curl_mime_init) F(curl_mime_free) F(curl_mime_addpart) F(curl_mime_name) F(curl_mime_data) \
  F(curl_mime_filedata) F(curl_mime_filename) F(curl_mime_type) F(curl_multi_init) \
  F(curl_multi_cleanup) F(curl_multi_add_handle) F(curl_multi_remove_handle) F(curl_multi_perform) \
  F(curl_multi_poll) F(curl_multi_wakeup) F(curl_multi_info_read) F(curl_multi_setopt) \
  F(curl_share_init) F(curl_share_cleanup) F(curl_share_setopt) F(curl_global_init) \
  F(curl_version_info)

#define MEMBER(name) __typeof__(name) *name;
static struct { FUNCTIONS(MEMBER) } library;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool is_open;
static char trouble[256];

// The name that stays the same over all releases since 2006; macOS has it in its own folder of libraries.
#ifdef __APPLE__
static const char file[] = "/usr/lib/libcurl.4.dylib";
#else
static const char file[] = "libcurl.so.4";
#endif

static void note_trouble(void) {
  const char *text = dlerror();
  snprintf(trouble, sizeof trouble, "%s", text ? text : "it cannot be loaded");
}

static void open_library(void) {
  void *handle = dlopen(file, RTLD_NOW | RTLD_LOCAL);
  if (!handle) return note_trouble();
#define FIND(name) \
  if (!(library.name = (__typeof__(name) *)dlsym(handle, #name))) return note_trouble();
  FUNCTIONS(FIND)
  // Safe on any thread since 7.84, and once a process.
  CURLcode result = library.curl_global_init(CURL_GLOBAL_ALL);
  is_open = result == CURLE_OK;
  if (!is_open) snprintf(trouble, sizeof trouble, "%s", library.curl_easy_strerror(result));
}

bool ccurl_open(void) {
  pthread_once(&once, open_library);
  return is_open;
}

const char *ccurl_trouble(void) { return trouble; }

const curl_version_info_data *ccurl_version(void) {
  return library.curl_version_info(CURLVERSION_NOW);
}

// URLs and texts.
CURLU *ccurl_url(void) { return library.curl_url(); }
void ccurl_url_cleanup(CURLU *url) { library.curl_url_cleanup(url); }
CURLUcode ccurl_url_set(CURLU *url, CURLUPart part, const char *text, unsigned int flags) {
  return library.curl_url_set(url, part, text, flags);
}
CURLUcode ccurl_url_get(CURLU *url, CURLUPart part, char **text, unsigned int flags) {
  return library.curl_url_get(url, part, text, flags);
}
char *ccurl_easy_unescape(const char *text) {
  return library.curl_easy_unescape(NULL, text, 0, NULL);
}
const char *ccurl_easy_strerror(CURLcode code) { return library.curl_easy_strerror(code); }
void ccurl_free(void *text) { library.curl_free(text); }

// Easy handle.
CURL *ccurl_easy_init(void) { return library.curl_easy_init(); }
void ccurl_easy_cleanup(CURL *handle) { library.curl_easy_cleanup(handle); }
CURLcode ccurl_easy_pause(CURL *handle, int bits) { return library.curl_easy_pause(handle, bits); }

// Easy handle: options.
CURLcode ccurl_set_string(CURL *handle, CURLoption option, const char *value) {
  return library.curl_easy_setopt(handle, option, value);
}
CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value) {
  return library.curl_easy_setopt(handle, option, value);
}
CURLcode ccurl_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
  return library.curl_easy_setopt(handle, option, value);
}
CURLcode ccurl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return library.curl_easy_setopt(handle, option, value);
}
CURLcode ccurl_set_bytes(CURL *handle, CURLoption option, const void *value) {
  return library.curl_easy_setopt(handle, option, value);
}
CURLcode ccurl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
  return library.curl_easy_setopt(handle, option, value);
}
CURLcode ccurl_set_mime(CURL *handle, curl_mime *value) {
  return library.curl_easy_setopt(handle, CURLOPT_MIMEPOST, value);
}
CURLcode ccurl_set_share(CURL *handle, CURLSH *value) {
  return library.curl_easy_setopt(handle, CURLOPT_SHARE, value);
}
CURLcode ccurl_set_data_callback(CURL *handle, CURLoption option, ccurl_data_callback value) {
  return library.curl_easy_setopt(handle, option, value);
}
CURLcode ccurl_set_progress_callback(CURL *handle, ccurl_progress_callback value) {
  return library.curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, value);
}
CURLcode ccurl_set_socket_callback(CURL *handle, ccurl_socket_callback value) {
  return library.curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, value);
}

// Easy handle: facts after (or during) a transfer.
CURLcode ccurl_get_long(CURL *handle, CURLINFO info, long *value) {
  return library.curl_easy_getinfo(handle, info, value);
}
CURLcode ccurl_get_offset(CURL *handle, CURLINFO info, curl_off_t *value) {
  return library.curl_easy_getinfo(handle, info, value);
}
CURLcode ccurl_get_pointer(CURL *handle, CURLINFO info, void **value) {
  return library.curl_easy_getinfo(handle, info, value);
}

// Lists of header fields, and bodies of several parts.
struct curl_slist *ccurl_slist_append(struct curl_slist *list, const char *text) {
  return library.curl_slist_append(list, text);
}
void ccurl_slist_free_all(struct curl_slist *list) { library.curl_slist_free_all(list); }
curl_mime *ccurl_mime_init(CURL *handle) { return library.curl_mime_init(handle); }
void ccurl_mime_free(curl_mime *mime) { library.curl_mime_free(mime); }
curl_mimepart *ccurl_mime_addpart(curl_mime *mime) { return library.curl_mime_addpart(mime); }
CURLcode ccurl_mime_name(curl_mimepart *part, const char *name) {
  return library.curl_mime_name(part, name);
}
CURLcode ccurl_mime_data(curl_mimepart *part, const char *bytes, size_t count) {
  return library.curl_mime_data(part, bytes, count);
}
CURLcode ccurl_mime_filedata(curl_mimepart *part, const char *path) {
  return library.curl_mime_filedata(part, path);
}
CURLcode ccurl_mime_filename(curl_mimepart *part, const char *name) {
  return library.curl_mime_filename(part, name);
}
CURLcode ccurl_mime_type(curl_mimepart *part, const char *type) {
  return library.curl_mime_type(part, type);
}

// Multi and share handles.
CURLM *ccurl_multi_init(void) { return library.curl_multi_init(); }
CURLMcode ccurl_multi_cleanup(CURLM *multi) { return library.curl_multi_cleanup(multi); }
CURLMcode ccurl_multi_add_handle(CURLM *multi, CURL *handle) {
  return library.curl_multi_add_handle(multi, handle);
}
CURLMcode ccurl_multi_remove_handle(CURLM *multi, CURL *handle) {
  return library.curl_multi_remove_handle(multi, handle);
}
CURLMcode ccurl_multi_perform(CURLM *multi, int *running) {
  return library.curl_multi_perform(multi, running);
}
CURLMcode ccurl_multi_poll(CURLM *multi, int milliseconds) {
  return library.curl_multi_poll(multi, NULL, 0, milliseconds, NULL);
}
CURLMcode ccurl_multi_wakeup(CURLM *multi) { return library.curl_multi_wakeup(multi); }
CURLMsg *ccurl_multi_info_read(CURLM *multi, int *left) {
  return library.curl_multi_info_read(multi, left);
}
CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return library.curl_multi_setopt(multi, option, value);
}
CURLSH *ccurl_share_init(void) { return library.curl_share_init(); }
CURLSHcode ccurl_share_cleanup(CURLSH *share) { return library.curl_share_cleanup(share); }
CURLSHcode ccurl_share_data(CURLSH *share, curl_lock_data data) {
  return library.curl_share_setopt(share, CURLSHOPT_SHARE, data);
}
