// The release stands in the line after the acquisition and runs at every exit.
// With optimisation it costs what calls that are written by hand at each exit
// would cost.
//
//   deferc -O2 -pthread examples/unlock.c -o unlock && ./unlock

#include <defer.h>
#include <pthread.h>
#include <stdio.h>

struct account {
  pthread_mutex_t lock;
  int balance;
};

static int transfer(struct account *from, struct account *to, int amount) {
  pthread_mutex_lock(&from->lock);
  defer pthread_mutex_unlock(&from->lock);
  if (amount > from->balance)
    return -1;

  pthread_mutex_lock(&to->lock);
  defer pthread_mutex_unlock(&to->lock);
  if (to->balance + amount > 100)
    return -2;
  from->balance -= amount;
  to->balance += amount;
  return 0;
}

int main(void) {
  struct account a = {PTHREAD_MUTEX_INITIALIZER, 50},
                 b = {PTHREAD_MUTEX_INITIALIZER, 90};
  static const int amounts[] = {60, 20, 7};
  for (int i = 0; i < 3; i++)
    printf("transfer %d: %d\n", amounts[i], transfer(&a, &b, amounts[i]));
  printf("balances %d %d, locks %s\n", a.balance, b.balance,
         pthread_mutex_trylock(&a.lock) == 0 &&
                 pthread_mutex_trylock(&b.lock) == 0
             ? "free"
             : "held");
  return 0;
}
