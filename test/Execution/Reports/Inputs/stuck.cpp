// Panics where the report has to wait for something that never comes. The argument
// says for what. Anything but the report and status 2 is wrong.

#include <defer.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <link.h>
#include <pthread.h>
#include <semaphore.h>
#include <setjmp.h>
#include <signal.h>
#include <string>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

static sem_t Ready;

static void sleepForEver() {
  for (;;)
    pause();
}

template <typename F> static void inThread(F Body) {
  sem_init(&Ready, 0, 0);
  std::thread(Body).detach();
  sem_wait(&Ready);
}

//===-- The text of the value ---------------------------------------------===//

struct TextWaits {
  std::string Error() const {
    std::fprintf(stderr, "in Error\n");
    sleepForEver();
    return "";
  }
};
struct TextFaults {
  std::string Error() const {
    *(volatile int *)8 = 1;
    return "";
  }
};
struct TextAborts {
  std::string Error() const { std::abort(); }
};
struct TextEndsThread {
  std::string Error() const { pthread_exit(nullptr); }
};
struct TextExits {
  std::string Error() const { std::exit(0); }
};
struct TextIsCancelled {
  std::string Error() const {
    pthread_cancel(pthread_self());
    pthread_testcancel();
    return "not cancelled";
  }
};

template <typename Value> static void panicWith() { panic(Value()); }

static volatile int Depth;
struct TextRecurses {
  __attribute__((noinline)) std::string Error() const {
    Depth = Depth + 1;
    std::string Inner = Error();
    return Inner + "x";
  }
};

// Smaller than a report.
static void useSmallSignalStack() {
  static char Small[8192];
  stack_t Stack = {Small, 0, sizeof Small};
  sigaltstack(&Stack, nullptr);
  panic(TextFaults());
}

static void useSmallStack() {
  pthread_attr_t Attributes;
  pthread_attr_init(&Attributes);
  pthread_attr_setstacksize(&Attributes, 32 * 1024);
  pthread_t Thread;
  pthread_create(&Thread, &Attributes, [](void *) -> void * { panic(1); }, nullptr);
  pthread_join(Thread, nullptr);
}

static void ignoreAbort() {
  signal(SIGABRT, SIG_IGN);
  panic(TextAborts());
}

static void refuseTimers() {
  rlimit None = {0, 0};
  setrlimit(RLIMIT_SIGPENDING, &None);
  panic(TextWaits());
}

// What is pending when the report unblocks its signals is not its own.
static void haveSignalsPending() {
  sigset_t All;
  sigfillset(&All);
  pthread_sigmask(SIG_BLOCK, &All, nullptr);
  raise(SIGRTMAX);
  raise(SIGABRT);
  panic(1);
}

static jmp_buf Outside;
struct TextJumpsOut {
  std::string Error() const { longjmp(Outside, 1); }
};
static void jumpOutOfText() {
  std::thread([] {
    if (!setjmp(Outside))
      panic(TextJumpsOut());
  }).join();
  panic(1);
}

static void blockSignals() {
  sigset_t All;
  sigfillset(&All);
  pthread_sigmask(SIG_BLOCK, &All, nullptr);
  panic(TextWaits());
}

//===-- Locks -------------------------------------------------------------===//

static pthread_mutex_t MallocLock = PTHREAD_MUTEX_INITIALIZER;
static bool Locking;

extern "C" void *__libc_malloc(size_t);
extern "C" void *malloc(size_t Size) {
  if (Locking) {
    pthread_mutex_lock(&MallocLock);
    pthread_mutex_unlock(&MallocLock);
  }
  return __libc_malloc(Size);
}

static void holdMallocsLock() {
  inThread([] {
    pthread_mutex_lock(&MallocLock);
    Locking = true;
    sem_post(&Ready);
    sleepForEver();
  });
  panic(1);
}

static void holdLoadersLock() {
  inThread([] {
    dl_iterate_phdr(
        [](dl_phdr_info *, size_t, void *) {
          sem_post(&Ready);
          sleepForEver();
          return 0;
        },
        nullptr);
  });
  panic(1);
}

static void holdStdoutsLock() {
  std::printf("printed\n");
  inThread([] {
    flockfile(stdout);
    sem_post(&Ready);
    sleepForEver();
  });
  panic(1);
}

//===-- Full pipes --------------------------------------------------------===//

// Keeps what is printed from being read.
static void fill(int FD) {
  int Ends[2];
  if (pipe(Ends))
    std::exit(70);
  fcntl(Ends[1], F_SETFL, O_NONBLOCK);
  char Bytes[4096] = {};
  while (write(Ends[1], Bytes, sizeof Bytes) > 0)
    ;
  fcntl(Ends[1], F_SETFL, 0);
  dup2(Ends[1], FD);
}

static void fillStdout() {
  fill(STDOUT_FILENO);
  std::printf("printed\n");
  panic(1);
}

static void fillStderr() {
  fill(STDERR_FILENO);
  panic(1);
}

static void fillBoth() {
  fill(STDOUT_FILENO);
  dup2(STDOUT_FILENO, STDERR_FILENO);
  std::printf("printed\n");
  panic(1);
}

static void cancelWhileStderrIsFull() {
  fill(STDERR_FILENO);
  std::thread Panics([] { panic(1); });
  usleep(200000); // Until it writes.
  pthread_cancel(Panics.native_handle());
  Panics.join();
}

//===----------------------------------------------------------------------===//

static const struct {
  const char *Name;
  void (*Run)();
} Ways[] = {{"text-waits", panicWith<TextWaits>},
            {"text-faults", panicWith<TextFaults>},
            {"text-aborts", panicWith<TextAborts>},
            {"text-ends-thread", panicWith<TextEndsThread>},
            {"text-exits", panicWith<TextExits>},
            {"text-is-cancelled", panicWith<TextIsCancelled>},
            {"text-recurses", panicWith<TextRecurses>},
            {"text-jumps-out", jumpOutOfText},
            {"small-signal-stack", useSmallSignalStack},
            {"small-stack", useSmallStack},
            {"abort-ignored", ignoreAbort},
            {"no-timers", refuseTimers},
            {"signals-pending", haveSignalsPending},
            {"both-full", fillBoth},
            {"signals-blocked", blockSignals},
            {"mallocs-lock", holdMallocsLock},
            {"loaders-lock", holdLoadersLock},
            {"stdouts-lock", holdStdoutsLock},
            {"stdout-full", fillStdout},
            {"stderr-full", fillStderr},
            {"cancelled", cancelWhileStderrIsFull}};

int main(int Count, char **Arguments) {
  for (auto &Way : Ways)
    if (Count > 1 && !std::strcmp(Way.Name, Arguments[1]))
      Way.Run();
  for (auto &Way : Ways) // Which there are.
    std::printf("%s\n", Way.Name);
}
