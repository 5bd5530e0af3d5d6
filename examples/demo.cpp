// The demo of the README: a mutex that is always released, a defer in a loop,
// and a panic that stops where it is recovered.
//
//   deferc++ -O2 examples/demo.cpp -o demo && ./demo

#include <defer.h>

#include <cstdio>
#include <pthread.h>
#include <string>

static pthread_mutex_t Lock = PTHREAD_MUTEX_INITIALIZER;
static long Balance;

// The unlock stands beside the lock, and runs at every exit. It costs what an
// unlock written by hand would cost: see the assembly.
extern "C" long deposit(long Amount) {
  pthread_mutex_lock(&Lock);
  defer pthread_mutex_unlock(&Lock);

  if (Amount < 0)
    return -1;
  Balance += Amount;
  return Balance;
}

// A defer belongs to the function: these run when it returns, newest first,
// with the values of their own iteration.
static void countDown(int From) {
  for (int I = 1; I <= From; ++I)
    defer std::printf("%d ", I);
  std::printf("counting down: ");
}

// A recover stops the panic; the function then returns its result as it stands.
static int divide(int A, int B) {
  defer_result int Quotient = 0;
  defer {
    if (auto Problem = recover()) {
      std::printf("recovered: %s\n", Problem.text().c_str());
      Quotient = -1;
    }
  };
  if (B == 0)
    panic("division by zero");
  Quotient = A / B;
  return Quotient;
}

int main() {
  deposit(40);
  std::printf("balance: %ld, refused: %ld\n", deposit(2), deposit(-1));
  countDown(5);
  std::printf("\n");
  std::printf("7 / 2 = %d\n", divide(7, 2));
  std::printf("7 / 0 = %d\n", divide(7, 0));
}
