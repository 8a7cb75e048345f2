"""A mail server on loopback that takes mail, or misbehaves as told."""

import socketserver
import threading
from contextlib import contextmanager


class Conversation(socketserver.StreamRequestHandler):
    """One client's. `server.answers` says what a recipient gets instead of 250; `server.manner` how all are treated."""

    def handle(self):
        self.server.conversations += 1
        if self.server.manner == "hang":
            self.server.over.wait()
            return
        if self.server.manner == "drop":
            return
        self.say("220 mail.example")
        for line in self.rfile:
            if not self.answer(line.decode().strip()):
                return

    def answer(self, line):
        verb, told = line[:4].upper(), "250 OK"
        if verb == "RCPT":
            told = next((said for part, said in self.server.answers.items() if part in line), told)
        if told == "drop":
            return False
        if verb == "DATA":
            self.say("354 Go on")
            self.server.mails.append(self.read_mail())
        self.say("221 Bye" if verb == "QUIT" else told)
        return verb != "QUIT"

    def read_mail(self):
        lines = iter(self.rfile.readline, b".\r\n")
        return b"".join(lines).decode().replace("\r\n", "\n")

    def say(self, words):
        self.wfile.write(f"{words}\r\n".encode())


class MailServer(socketserver.ThreadingTCPServer):
    """`mails`: each as it came, headers and all. `conversations`: how many clients began one."""

    daemon_threads = True
    block_on_close = False

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Conversation)
        self.mails, self.answers, self.manner, self.conversations = [], {}, "", 0
        self.over = threading.Event()

    @property
    def port(self):
        return self.server_address[1]


@contextmanager
def mail_server():
    with MailServer() as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield server
        server.over.set()
        server.shutdown()
