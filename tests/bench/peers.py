# SPDX-FileCopyrightText: 2026 The Balcão authors
# SPDX-License-Identifier: MIT
#
# peers.py WORK PROBE STORE ROUNDS | WORK --check: the measuring of tests/bench/peers, which starts it as the first
# process of a PID namespace. So whatever else is there belongs to the program that is measured.
# Painted: a window of at least 300x200 shows at least 12 colours. Looked at every 5 ms.
import contextlib
import mmap
import os
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import time
from pathlib import Path

from Xlib import X, display, error

LEAST_SIZE = 300, 200
LEAST_COLOURS = 12
PATIENCE_S = 60
SETTLED_S = 10  # after the start, when its memory is looked at
IDLE_S = 20
# Memory against Dino and Chromium, the others have no aim. The one for Dino was set when it held a million messages.
PSS_AIMS = {'dino': 0.75, 'chromium': 0.35}


class LeftOut(Exception):
    """Why there is no figure."""


class Screen:
    """What the display shows, by its windows and by the file that Xvfb draws into."""

    def __init__(self, folder):
        self.display = display.Display()
        self.root = self.display.screen().root
        self.clients = self.display.intern_atom('_NET_CLIENT_LIST')
        with open(folder / 'Xvfb_screen0', 'rb') as file:
            self.pixels = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        head = struct.unpack('>20I', self.pixels[:80])  # XWDFile.h
        self.width, self.height, self.line = head[4], head[5], head[12]
        self.start = head[0] + head[19] * 12
        until(lambda: self.root.get_full_property(self.clients, X.AnyPropertyType), 10, 'no window manager')

    def windows(self):
        """What is inside their frames: x, y, width, height."""
        listed = self.root.get_full_property(self.clients, X.AnyPropertyType)
        for number in listed.value if listed else []:
            window = self.display.create_resource_object('window', number)
            try:
                if window.get_attributes().map_state == X.IsViewable:
                    size, place = window.get_geometry(), self.root.translate_coords(window, 0, 0)
                    yield place.x, place.y, size.width, size.height
            except error.XError:
                pass  # gone meanwhile

    def colours(self, x, y, width, height):
        """Of what can be seen of it; no more than are needed."""
        left, right = max(x, 0), min(x + width, self.width)
        rows = range(max(y, 0), min(y + height, self.height))
        found = set()
        for row in {self.pixels[self.start + r * self.line + left * 4:self.start + r * self.line + right * 4] for r in rows}:
            found.update(pixel & 0xffffff for pixel in memoryview(row).cast('I'))
            if len(found) >= LEAST_COLOURS:
                break
        return len(found)

    def painted(self):
        return any(w[2] >= LEAST_SIZE[0] and w[3] >= LEAST_SIZE[1] and self.colours(*w) >= LEAST_COLOURS
                   for w in self.windows())


def until(done, seconds, otherwise):
    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end:
            raise LeftOut(otherwise)
        time.sleep(0.005)


class Program:
    """One program with a home of its own, which outlives its runs. `says`: what it prints once it has all it shows."""

    bus = None  # not the program's process

    def __init__(self, name, command, work, before=lambda: None, says='', **environment):
        self.name, self.command, self.before, self.says = name, command, before, says
        self.process = None
        self.home = work / name
        self.environment = {
            'PATH': os.environ['PATH'], 'DISPLAY': os.environ['DISPLAY'], 'LANG': 'C.UTF-8', 'TZ': 'America/Sao_Paulo',
            'QT_QPA_PLATFORM': 'xcb', 'HOME': str(self.home), 'DBUS_SESSION_BUS_ADDRESS': f'unix:path={work}/bus',
            'XDG_RUNTIME_DIR': str(self.home / 'run'), 'TMPDIR': str(self.home / 'run')} | {
            f'XDG_{kind.upper()}_HOME': str(self.home / kind) for kind in ('cache', 'config', 'data', 'state')} | environment
        (self.home / 'run').mkdir(parents=True, mode=0o700)

    def start(self, screen, patience=PATIENCE_S):
        """ms until it is painted."""
        if not shutil.which(self.command[0]):
            raise LeftOut('not installed')
        self.before()
        with open(self.home / 'log', 'wb') as log:
            self.started = time.monotonic()
            self.process = subprocess.Popen(self.command, cwd=self.home, env=self.environment, stdin=subprocess.PIPE,
                                            stdout=log, stderr=log, start_new_session=True)
        ended = lambda: self.process.poll() is not None and not self.processes()
        until(lambda: screen.painted() or ended(), patience, f'nothing painted within {patience} s')
        took = (time.monotonic() - self.started) * 1000
        if ended():
            raise LeftOut(f'ended with {self.process.wait()} before it was painted')
        return took

    def processes(self):
        found = []
        for folder in Path('/proc').glob('[0-9]*'):
            try:
                is_dead = (folder / 'stat').read_text().rpartition(')')[2].split()[0] in 'ZX'
            except (FileNotFoundError, ProcessLookupError):
                continue
            if not is_dead and int(folder.name) not in (os.getpid(), self.bus):
                found.append(int(folder.name))
        return found

    def pss(self):
        """MiB, all its processes together."""
        total = 0
        for process in self.processes():
            try:
                lines = Path(f'/proc/{process}/smaps_rollup').read_text().splitlines()
                total += sum(int(line.split()[1]) for line in lines if line.startswith('Pss:'))
            except (FileNotFoundError, ProcessLookupError):
                pass
            except PermissionError:
                raise LeftOut(f'the memory of process {process} cannot be read') from None
        if total == 0:
            raise LeftOut('ended by itself')
        if self.says not in (self.home / 'log').read_text(errors='replace'):
            raise LeftOut(f'has not said "{self.says}"')
        return total / 1024

    def threads(self):
        """Of each: ns on a processor, times it went to sleep."""
        found = {}
        for process in self.processes():
            for thread in Path(f'/proc/{process}/task').glob('*'):
                try:
                    status = (thread / 'status').read_text()
                    found[thread] = (int((thread / 'schedstat').read_text().split()[0]),
                                     int(status.partition('\nvoluntary_ctxt_switches:')[2].split()[0]))
                except (FileNotFoundError, ProcessLookupError):
                    pass
        return found

    def idle(self, seconds):
        """CPU in percent of one core, switches a second."""
        before, begin = self.threads(), time.monotonic()
        time.sleep(seconds)
        after, took = self.threads(), time.monotonic() - begin
        if not after:
            raise LeftOut('ended by itself')
        ran, switches = (sum(now[i] - before.get(thread, (0, 0))[i] for thread, now in after.items()) for i in (0, 1))
        return ran / took / 1e7, switches / took

    def stop(self, screen):
        """The desk ends with its input, others when they are asked, and some when they have to."""
        if not self.process:
            return
        for end, patience in ((self.process.stdin.close, 2), (self.process.terminate, 10), (self.kill, 10)):
            end()
            try:
                until(lambda: not self.processes(), patience, 'does not end')
                break
            except LeftOut:
                pass
        self.process.wait()
        until(lambda: not list(screen.windows()), 10, 'its window stays')

    def kill(self):
        for process in self.processes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)


def start_bus(work):
    """With nothing on it that could be started."""
    config = work / 'bus.xml'
    config.write_text(f'<busconfig><type>session</type><listen>unix:path={work}/bus</listen><policy context="default">'
                      '<allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>')
    with open(work / 'bus.log', 'wb') as log:
        Program.bus = subprocess.Popen(['dbus-daemon', f'--config-file={config}', '--nofork', '--nopidfile'], stderr=log).pid
    until((work / 'bus').exists, 10, 'no bus')


def figure(name, value, unit, aim=None):
    shown, verdict = ('-', 'ok') if aim is None else (f'{aim:g}', 'ok' if value <= aim else 'short')
    print(f'peers.{name}', f'{value:.3f}', unit, shown, verdict, sep='\t', flush=True)


def left_out(name, reason):
    print(f'peers.{name}.left-out', 1, f'because: {reason}', '-', 'short', sep='\t', flush=True)


def chat_page(work):
    """A few hundred bubbles, as a page on the web would have them."""
    words = 'bom dia tudo bem quero dois quilos de café pode separar o pedido obrigada o Pix já caiu amanhã cedo'.split()
    bubbles = []
    for i in range(400):
        said = ' '.join(words[(i * 7 + j) % len(words)] for j in range(4 + i * 5 % 17))
        side = 'in' if i % 3 else 'out'
        bubbles.append(f'<p class="{side}">{said}<time>{8 + i // 40:02}:{i * 3 // 2 % 60:02}</time></p>')
    page = work / 'chat.html'
    page.write_text(f'''<!doctype html><meta charset="utf-8"><title>Chat</title><style>
body {{ margin: 0; font: 15px sans-serif; background: #efe7dd; display: flex; flex-direction: column }}
p {{ max-width: 60%; margin: 3px 12px; padding: 7px 10px; border-radius: 8px; background: #fff;
    box-shadow: 0 1px 1px #0003 }}
.in {{ align-self: flex-start }} .out {{ align-self: flex-end; background: #d9fdd3 }}
time {{ margin-left: 9px; font-size: 11px; color: #667 }}
</style>{"".join(bubbles)}<script>scrollTo(0, document.body.scrollHeight)</script>''')
    return page.as_uri()


def evict(store):
    """None of it is in memory any more; programs and libraries stay, and so do the peers'."""
    for path in Path(store).iterdir():
        with open(path, 'rb') as file:
            os.fdatasync(file.fileno())
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def measure(work, probe, store, rounds):
    screen = Screen(work)
    start_bus(work)
    # Where there is no graphics card, OpenGL is a library of 100 MiB: who can do without is told to. As root Chromium has
    # no sandbox, and without one the memory of its processes can be read by others, too.
    chromium = ['chromium', '--no-sandbox', '--disable-gpu', '--no-first-run', '--password-store=basic',
                f'--app={chat_page(work)}']
    everybody = [Program('balcao', [probe, store, '0', 'stay'], work, lambda: evict(store), 'opened'),
                 Program('dino', ['dino-im'], work, GSK_RENDERER='cairo'), Program('quassel', ['quassel'], work),
                 Program('telegram', ['telegram-desktop'], work), Program('chromium', chromium, work)]
    started = {program.name: [] for program in everybody}
    pss = {program.name: [] for program in everybody}
    # The first start makes the profile and warms the files; it does not count.
    for turn in range(rounds + 1):
        for program in everybody[turn % len(everybody):] + everybody[:turn % len(everybody)]:
            if program.name not in started:
                continue
            run = f'run{turn}' if turn else 'first'
            try:
                try:
                    took = program.start(screen)
                    figure(f'{program.name}.start.{run}', took, 'ms')
                    time.sleep(max(0.0, program.started + SETTLED_S - time.monotonic()))
                    memory = program.pss()
                    figure(f'{program.name}.pss.{run}', memory, 'MiB')
                    if turn == rounds:
                        desk = program.name == 'balcao'
                        cpu, switches = program.idle(IDLE_S)
                        figure(f'{program.name}.idle.cpu', cpu, '%', 0.2 if desk else None)
                        figure(f'{program.name}.idle.switches', switches, '1/s', 3 if desk else None)
                finally:
                    program.stop(screen)
                if turn:
                    started[program.name].append(took)
                    pss[program.name].append(memory)
            except LeftOut as reason:
                if program.name == 'balcao':
                    sys.exit(f'peers: the desk: {reason}\n{(program.home / "log").read_text(errors="replace")[-2000:]}')
                left_out(program.name, reason)
                del started[program.name], pss[program.name]
    for name in started:
        figure(f'{name}.start.p50', statistics.median(started[name]), 'ms')
        figure(f'{name}.pss.p50', statistics.median(pss[name]), 'MiB', 99 if name == 'balcao' else None)
    for name in started:
        if name != 'balcao':
            figure(f'start.ratio.{name}', ratio(started, name), 'x', 1)
            figure(f'pss.ratio.{name}', ratio(pss, name), 'x', PSS_AIMS.get(name))


def ratio(of, name):
    """The desk to the peer, round by round."""
    return statistics.median(ours / theirs for ours, theirs in zip(of['balcao'], of[name]))


# Programs that are made to fail it. PAINT shows a window of some colours, TREE has memory in a child and in a grandchild
# whose parent is gone, WAKES goes to sleep 100 times a second.
PAINT = '''
import sys
from Xlib import X, display
width, height, colours = map(int, sys.argv[1:])
d = display.Display()
w = d.screen().root.create_window(40, 40, width, height, 0, X.CopyFromParent, event_mask=X.ExposureMask)
w.set_wm_name('The name of this window, in many shades')
w.map()
while d.next_event().type != X.Expose:
    pass
for i in range(colours):
    w.fill_rectangle(w.create_gc(foreground=i * 0x050301), i * 20, 0, width if i + 1 == colours else 20, height)
d.next_event()
while True:
    d.next_event()
'''
TREE = '''
import os, time
if os.fork() == 0:
    if os.fork():
        os._exit(0)
    os.setsid()
held = os.urandom(64 << 20)
time.sleep(60)
'''
WAKES = 'import time\nwhile True: time.sleep(0.01)'
STUBBORN = 'import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\ntime.sleep(60)'


def check(work):
    screen = Screen(work)
    failed = []

    def program(*arguments):
        program.made += 1
        return Program(f'check{program.made}', list(map(str, arguments)), work)
    program.made = 0

    def script(text, *arguments):
        return program(sys.executable, '-c', text, *arguments)

    def verdict(of, patience=2):
        try:
            of.start(screen, patience)
            return 'painted'
        except LeftOut as reason:
            return str(reason)
        finally:
            of.stop(screen)

    def expect(what, is_so, seen):
        print('ok  ' if is_so else 'FAIL', what, '' if is_so else f'({seen})', flush=True)
        if not is_so:
            failed.append(what)

    nothing = 'nothing painted within 2 s'
    for what, of, wanted in (
            ('a program that is not there', program('no-such-program'), 'not installed'),
            ('one that ends at once', program('sh', '-c', 'exit 3'), 'ended with 3 before it was painted'),
            ('one without a window', program('sleep', 60), nothing),
            ('one that does not end when asked', script(STUBBORN), nothing),
            ('a window of one colour', script(PAINT, 400, 300, 1), nothing),
            ('a window of 11 colours', script(PAINT, 400, 300, 11), nothing),
            ('a window of 12 colours', script(PAINT, 400, 300, 12), 'painted'),
            ('one that is too narrow', script(PAINT, 299, 300, 12), nothing),
            ('one that is too low', script(PAINT, 400, 199, 12), nothing),
            ('the least that will do', script(PAINT, 300, 200, 12), 'painted')):
        seen = verdict(of)
        expect(f'{what}: {wanted}', seen == wanted, seen)
        expect(f'{what}: leaves nothing', not of.processes(), of.processes())

    def measured(of, look):
        try:
            of.start(screen, 2)
        except LeftOut:
            return look(of)
        finally:
            of.stop(screen)

    silent = script(TREE)
    silent.says = 'opened'
    try:
        seen = measured(silent, lambda p: p.pss())
    except LeftOut as reason:
        seen = str(reason)
    expect('who has not said that it is there', seen == 'has not said "opened"', seen)
    memory = measured(script(TREE), lambda p: p.pss())
    expect('the memory of three processes is summed', 128 < memory < 170, memory)
    cpu, _ = measured(script('while True: pass'), lambda p: p.idle(2))
    expect('who is busy is not idle', cpu > 30, cpu)
    cpu, switches = measured(program('sleep', 60), lambda p: p.idle(2))
    expect('who sleeps is', cpu < 0.1 and switches < 1, (cpu, switches))
    _, switches = measured(script(WAKES), lambda p: p.idle(2))
    expect('who wakes up is counted', 50 < switches < 110, switches)
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    folder = Path(sys.argv[1])
    if sys.argv[2] == '--check':
        check(folder)
    measure(folder, sys.argv[2], sys.argv[3], int(sys.argv[4]))
