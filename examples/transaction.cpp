// Commit when the work is done, roll back on every other way out: an early
// return, a panic, a C++ exception. None of them is stopped here.
//
//   deferc++ -O2 examples/transaction.cpp -o transaction && ./transaction

#include <defer.h>

#include <cstdio>
#include <map>
#include <stdexcept>
#include <string>

static std::map<std::string, int> Accounts = {{"ann", 10}, {"bob", 5}};

template <typename WorkT> static bool transaction(WorkT Work) {
  auto Before = Accounts;
  bool Done = false;
  defer {
    if (!Done)
      Accounts = Before;
    std::printf("%s: ", Done ? "committed" : "rolled back");
  };
  Done = Work();
  return Done;
}

static void transfer(const char *From, const char *To, int Amount) {
  defer { std::printf("ann %d, bob %d\n", Accounts["ann"], Accounts["bob"]); };
  defer {
    if (auto R = recover())
      std::printf("(%s) ", R.text().c_str());
  };
  try {
    transaction([&] {
      Accounts[From] -= Amount;
      if (Amount < 0)
        throw std::invalid_argument("negative amount");
      if (!Accounts.count(To))
        panicf("no account of %s", To);
      Accounts[To] += Amount;
      return Accounts[From] >= 0;
    });
  } catch (const std::exception &E) {
    std::printf("(%s) ", E.what());
  }
}

int main() {
  transfer("ann", "bob", 3);
  transfer("ann", "bob", 30);
  transfer("ann", "eve", 3);
  transfer("ann", "bob", -3);
}
