// RUN: %deferc -O2 %s -o %t -lpthread
// RUN: not %t 2>%t.err
// RUN: FileCheck %s <%t.err
//
// Intent: when main returns while another thread's panic is running deferred calls,
// the process ends with that thread's report and status, not in front of it.

#include <defer.h>

#include <pthread.h>
#include <semaphore.h>
#include <unistd.h>

static sem_t Running;

static void slow(void) {
  sem_post(&Running);
  usleep(20);
}
static void *thread(void *Arg) {
  (void)Arg;
  defer slow();
  panic("in the thread");
}
int main(void) {
  pthread_t Id;
  sem_init(&Running, 0, 0);
  pthread_create(&Id, 0, thread, 0);
  sem_wait(&Running);
  return 0;
}
// CHECK: panic: in the thread
