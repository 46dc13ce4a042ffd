"""A terminal program in a pty, measured as the person at the keyboard meets it."""
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import termios
import time

COLUMNS, ROWS = 120, 40
TICK = os.sysconf("SC_CLK_TCK")


class Session:
    """One run of a program. Bytes it prints are counted and thrown away."""

    def __init__(self, command, environment=None, columns=COLUMNS, rows=ROWS):
        clean = {
            "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": os.environ["PATH"],
            "HOME": "/nonexistent",
        }
        clean.update(environment or {})
        self.started = time.monotonic()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(command[0], command, clean)
        os.set_blocking(self.terminal, False)

    def settle(self, quiet, limit=20.0):
        """Reads until nothing has come for `quiet` seconds: bytes, moment of the last one."""
        size, last, end = 0, None, time.monotonic() + limit
        while True:
            now = time.monotonic()
            wait = (last + quiet if last else end) - now
            if wait <= 0:
                return size, last
            if select.select([self.terminal], [], [], wait)[0]:
                try:
                    chunk = os.read(self.terminal, 1 << 16)
                except OSError:
                    return size, last
                if not chunk:
                    return size, last
                size, last = size + len(chunk), time.monotonic()

    def start(self, quiet=0.06):
        """The first screen: bytes, ms from exec to its last byte."""
        size, last = self.settle(quiet)
        return size, ((last or time.monotonic()) - self.started) * 1e3

    def press(self, keys, quiet=0.02, limit=5.0):
        """Types: bytes, ms to the last byte (None when nothing came)."""
        begun = time.monotonic()
        os.write(self.terminal, keys.encode())
        size, last = self.settle(quiet, limit if quiet < limit else quiet)
        return size, (last - begun) * 1e3 if last else None

    def each(self, keys, times, quiet=0.02, rest=0.0):
        """The same keys again and again: lists of bytes and ms, own CPU in ms for one press."""
        before = self.cpu()
        sizes, moments = [], []
        for _ in range(times):
            size, moment = self.press(keys, quiet, limit=0.5)
            sizes.append(size)
            if moment is not None:
                moments.append(moment)
            if rest:
                self.settle(rest, rest)
        return sizes, moments, (self.cpu() - before) / times

    def burst(self, keys, times, every):
        """Keys held down at a rate: bytes for one press, own CPU in ms for one press."""
        before, size = self.cpu(), 0
        for _ in range(times):
            os.write(self.terminal, keys.encode())
            size += self.settle(every, every)[0]
        return size / times, (self.cpu() - before) / times

    def cpu(self):
        """Milliseconds of processor time so far, from the scheduler (ns), else from ticks."""
        try:
            total = 0
            for task in os.listdir(f"/proc/{self.pid}/task"):
                with open(f"/proc/{self.pid}/task/{task}/schedstat") as file:
                    total += int(file.read().split()[0])
            return total / 1e6
        except OSError:
            with open(f"/proc/{self.pid}/stat") as file:
                fields = file.read().rsplit(")", 1)[1].split()
            return (int(fields[11]) + int(fields[12])) * 1e3 / TICK

    def status(self, name):
        """A number of /proc/PID/status, summed over the threads for switches."""
        total = 0
        tasks = os.listdir(f"/proc/{self.pid}/task") if "switches" in name else [None]
        for task in tasks:
            path = f"/proc/{self.pid}/task/{task}/status" if task else f"/proc/{self.pid}/status"
            with open(path) as file:
                for line in file:
                    if line.startswith(name + ":"):
                        total += int(line.split()[1])
        return total

    def peak(self):
        """Peak memory in MiB."""
        return self.status("VmHWM") / 1024

    def wakes(self, seconds):
        """How often it wakes up in a minute when nothing happens, from so many seconds."""
        before = self.status("voluntary_ctxt_switches")
        self.settle(seconds, seconds)
        return (self.status("voluntary_ctxt_switches") - before) * 60 / seconds

    def close(self):
        try:
            os.kill(self.pid, signal.SIGTERM)
        except ProcessLookupError:
            pass
        end = time.monotonic() + 2
        while time.monotonic() < end:
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                break
            try:
                os.read(self.terminal, 1 << 16)
            except OSError:
                pass
            time.sleep(0.005)
        else:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.terminal)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def median(values):
    return statistics.median(values) if values else float("nan")
