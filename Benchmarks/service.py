"""A service on this machine that answers as WIRE describes, for measuring the client alone."""

import json
import os
import signal
import socket
import threading
import uuid

STREAM_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"


def event(text, size=None):
    """An event of the chat stream as Google ADK sends it; padded with words to a size in bytes."""

    def packed(text):
        body = {
            "content": {"role": "model", "parts": [{"text": text}]}, "partial": True, "author": "nemo_agent",
            "invocationId": "e-" + FIXED_ID, "id": FIXED_ID, "timestamp": 1795344314.18,
        }
        return b"data: " + json.dumps(body, separators=(",", ":")).encode() + b"\n\n"

    if size is None:
        return packed(text)
    return packed(text + FILLER[: size - len(packed(text))])


FIXED_ID = str(uuid.UUID(int=0x5EA5EA5EA5EA5EA5EA5EA5EA5EA5EA5E))
FILLER = "the waves roll slowly towards the shore while gulls turn over the pale sand and the light fades " * 4


def chunk(data):
    """A chunk of a chunked body."""
    return b"%x\r\n%b\r\n" % (len(data), data)


class Connection:
    """One client's connection: requests in, answers out."""

    def __init__(self, sock):
        self.sock = sock
        self.buffer = bytearray()

    def request(self):
        """Reads a request's head.

        Returns method, target and headers in lower case; None at the end of the connection.
        """
        while b"\r\n\r\n" not in self.buffer:
            data = self.sock.recv(65536)
            if not data:
                return None
            self.buffer += data
        head, _, rest = bytes(self.buffer).partition(b"\r\n\r\n")
        self.buffer = bytearray(rest)
        lines = head.decode().split("\r\n")
        method, target, _ = lines[0].split(" ", 2)
        headers = dict(line.lower().split(": ", 1) for line in lines[1:])
        if headers.get("expect") == "100-continue":
            self.sock.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        return method, target, headers

    def drain(self, headers):
        """Reads a body and throws it away."""
        if "chunked" in headers.get("transfer-encoding", ""):
            while b"0\r\n\r\n" not in self.buffer[-7:]:
                self.buffer = self.buffer[-7:] + self.sock.recv(1 << 20)
            self.buffer.clear()
            return
        left = int(headers.get("content-length", 0)) - len(self.buffer)
        self.buffer.clear()
        scratch = bytearray(1 << 20)
        while left > 0:
            count = self.sock.recv_into(scratch, min(left, len(scratch)))
            if not count:
                raise ConnectionError
            left -= count

    def answer(self, body, kind="application/json", status=200):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.sock.sendall(
            b"HTTP/1.1 %d X\r\nContent-Type: %b\r\nContent-Length: %d\r\n\r\n" % (status, kind.encode(), len(data)))
        if data:
            self.sock.sendall(data)


class Service:
    """Answers all calls of a session; how it chats is up to `reply`, which gets the connection."""

    def __init__(self, reply=None, film=None):
        self.reply = reply or (lambda connection: connection.sock.sendall(STREAM_HEAD + b"0\r\n\r\n"))
        self.film = film  # the path of what a render gives
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self.acceptor = threading.Thread(target=self._accept, daemon=True)
        self.acceptor.start()

    def _accept(self):
        while True:
            try:
                sock, _ = self.listener.accept()
            except OSError:
                return
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self._serve, args=(sock,), daemon=True).start()

    def close(self):
        # Its thread has to let go first: the next listener may get the number of this one, and would be answered for.
        self.listener.shutdown(socket.SHUT_RDWR)
        self.acceptor.join()
        self.listener.close()

    def _serve(self, sock):
        connection = Connection(sock)
        try:
            while request := connection.request():
                method, target, headers = request
                connection.drain(headers)
                self._answer(connection, method, target.split("?")[0], headers)
        except (ConnectionError, OSError):
            pass
        finally:
            sock.close()

    def _answer(self, connection, method, target, headers):
        def data(value):
            connection.answer({"code": 0, "data": value})

        if target == "/run_sse":
            self.reply(connection)
        elif target.startswith("/api/tasks/"):
            data({"task_id": "task_1", "session_id": "sess_1", "user_id": "user_1"})
        elif target.startswith("/api/credits/"):
            data({"available": 100, "frozen": 0, "total": 100})
        elif target.startswith("/api/state/"):
            draft = {"t": [{"tt": 0, "sg": [{"d": 2000, "m": {"name": "sunset"}}]}]}
            data({"state": {"draft": draft, "canvas_config": {"width": 1080, "height": 1920}}})
        elif target.startswith("/api/upload-video/"):
            data({"files": [{"filename": "film.mp4", "file_type": "video", "hash": "x"}], "session_state_applied": True})
        elif target.startswith("/api/render/proxy/lambda"):
            done = {"id": "", "status": "completed", "progress": 100, "outputUrl": self.url + "/film.mp4"}
            connection.answer({"success": True, "data": done})
        elif target == "/film.mp4":
            self._send_film(connection, headers)
        elif target == "/api/auth/claim-token":
            data({"claim_token": "clm_1"})
        else:
            connection.answer({"code": 404, "message": "not here"}, status=404)

    def _send_film(self, connection, headers):
        with open(self.film, "rb") as file:
            size = file.seek(0, 2)
            file.seek(0)
            connection.sock.sendall(
                b'HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nContent-Length: %d\r\nETag: "1"\r\n\r\n' % size)
            connection.sock.sendfile(file)

    @property
    def variables(self):
        """What leads the client here."""
        return {"NEMO_API_URL": self.url, "NEMO_TOKEN": "nmv_usr_benchmark", "NEMO_WEB_URL": self.url}


class ServiceProcess:
    """A service in a process of its own: one that sends all the time would keep the interpreter from whoever measures."""

    def __init__(self, reply):
        reader, writer = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(reader)
            service = Service(reply)
            os.write(writer, service.url.encode())
            os.close(writer)
            threading.Event().wait()
        os.close(writer)
        with open(reader) as file:
            self.url = file.read()

    variables = Service.variables

    def close(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
