// Doors to libcurl, one a function and a use, no logic. libcurl and the 40 libraries behind it are opened by the first
// request, not with the program: a conversation that waits for its first sentence needs none of them.
#ifndef CCURL_H
#define CCURL_H

// Swift calls functions, not the macros that check a variadic call's types.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <stdbool.h>

typedef size_t (*ccurl_data_callback)(char *bytes, size_t size, size_t count, void *context);
typedef int (*ccurl_progress_callback)(
    void *context, curl_off_t download_total, curl_off_t downloaded, curl_off_t upload_total,
    curl_off_t uploaded);
typedef curl_socket_t (*ccurl_socket_callback)(
    void *context, curlsocktype purpose, struct curl_sockaddr *address);

// The library. Opens it and prepares it for all threads, once; false if it is not there, or is older than the one that
// this was built with knows. All others may be called only after it was true once.
bool ccurl_open(void);
// What the loader said of it; empty if it is open.
const char *ccurl_trouble(void);
const curl_version_info_data *ccurl_version(void);

// URLs and texts.
CURLU *ccurl_url(void);
void ccurl_url_cleanup(CURLU *url);
CURLUcode ccurl_url_set(CURLU *url, CURLUPart part, const char *text, unsigned int flags);
CURLUcode ccurl_url_get(CURLU *url, CURLUPart part, char **text, unsigned int flags);
char *ccurl_easy_unescape(const char *text);
const char *ccurl_easy_strerror(CURLcode code);
void ccurl_free(void *text);

// Easy handle.
CURL *ccurl_easy_init(void);
void ccurl_easy_cleanup(CURL *handle);
CURLcode ccurl_easy_pause(CURL *handle, int bits);

// Easy handle: options.
CURLcode ccurl_set_string(CURL *handle, CURLoption option, const char *value);
CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value);
CURLcode ccurl_set_offset(CURL *handle, CURLoption option, curl_off_t value);
CURLcode ccurl_set_pointer(CURL *handle, CURLoption option, void *value);
CURLcode ccurl_set_bytes(CURL *handle, CURLoption option, const void *value);
CURLcode ccurl_set_list(CURL *handle, CURLoption option, struct curl_slist *value);
CURLcode ccurl_set_mime(CURL *handle, curl_mime *value);
CURLcode ccurl_set_share(CURL *handle, CURLSH *value);
CURLcode ccurl_set_data_callback(CURL *handle, CURLoption option, ccurl_data_callback value);
CURLcode ccurl_set_progress_callback(CURL *handle, ccurl_progress_callback value);
CURLcode ccurl_set_socket_callback(CURL *handle, ccurl_socket_callback value);

// Easy handle: facts after (or during) a transfer.
CURLcode ccurl_get_long(CURL *handle, CURLINFO info, long *value);
CURLcode ccurl_get_offset(CURL *handle, CURLINFO info, curl_off_t *value);
CURLcode ccurl_get_pointer(CURL *handle, CURLINFO info, void **value);

// Lists of header fields, and bodies of several parts.
struct curl_slist *ccurl_slist_append(struct curl_slist *list, const char *text);
void ccurl_slist_free_all(struct curl_slist *list);
curl_mime *ccurl_mime_init(CURL *handle);
void ccurl_mime_free(curl_mime *mime);
curl_mimepart *ccurl_mime_addpart(curl_mime *mime);
CURLcode ccurl_mime_name(curl_mimepart *part, const char *name);
CURLcode ccurl_mime_data(curl_mimepart *part, const char *bytes, size_t count);
CURLcode ccurl_mime_filedata(curl_mimepart *part, const char *path);
CURLcode ccurl_mime_filename(curl_mimepart *part, const char *name);
CURLcode ccurl_mime_type(curl_mimepart *part, const char *type);

// Multi and share handles.
CURLM *ccurl_multi_init(void);
CURLMcode ccurl_multi_cleanup(CURLM *multi);
CURLMcode ccurl_multi_add_handle(CURLM *multi, CURL *handle);
CURLMcode ccurl_multi_remove_handle(CURLM *multi, CURL *handle);
CURLMcode ccurl_multi_perform(CURLM *multi, int *running);
CURLMcode ccurl_multi_poll(CURLM *multi, int milliseconds);
CURLMcode ccurl_multi_wakeup(CURLM *multi);
CURLMsg *ccurl_multi_info_read(CURLM *multi, int *left);
CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value);
CURLSH *ccurl_share_init(void);
CURLSHcode ccurl_share_cleanup(CURLSH *share);
CURLSHcode ccurl_share_data(CURLSH *share, curl_lock_data data);

static inline CURLcode ccurl_message_result(const CURLMsg *message) {
  return message->data.result;
}

// Macros that Swift does not import.
static const size_t ccurl_write_pause = CURL_WRITEFUNC_PAUSE;
static const curl_socket_t ccurl_bad_socket = CURL_SOCKET_BAD;
static const int ccurl_pause_continue = CURLPAUSE_CONT;

#endif
