// RUN: %deferc++ -std=c++20 -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -std=c++20 -O2 -mllvm -defer-force=stack %s -o %t && %t | FileCheck %s
// RUN: %if asan %{ %deferc++ -std=c++20 -g -O1 -fsanitize=address %s -o %t && %t | FileCheck %s %}
//
// Intent: what an operand is moved from, a variable of a nested scope or loop with a
// destructor, may be gone when the deferred call runs; the call has what was moved.

#include <defer.h>

#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <tuple>
#include <utility>

using Owner = std::unique_ptr<int>;

static std::string text(int I) { return "text that needs memory " + std::to_string(I); }

static void take(Owner P) { std::printf("take %d\n", *P); }
static void takeReference(Owner &&P) { std::printf("reference %d\n", *P); }
static void takePointer(int *P) {
  std::printf("pointer %d\n", *P);
  delete P;
}
static void takeText(std::string S) { std::printf("%s\n", S.c_str()); }
static void takeTuple(std::tuple<std::string, Owner> T) {
  std::printf("tuple %s %d\n", std::get<0>(T).c_str(), *std::get<1>(T));
}
struct Job {
  Owner P;
  std::string S;
};
static void takeJob(Job J) { std::printf("job %d %s\n", *J.P, J.S.c_str()); }
static void takeShared(std::shared_ptr<Job> J) { std::printf("shared %s\n", J->S.c_str()); }
static void call(std::function<void()> F) { F(); }
static void join(std::thread T) {
  T.join();
  std::puts("joined");
}

int main() {
  for (int I = 0; I < 2; I++) {
    auto P = std::make_unique<int>(I), Q = std::make_unique<int>(I), R = std::make_unique<int>(I);
    std::optional<std::string> Maybe = text(I);
    std::string S = text(I), T = text(I), U = text(I), V = text(I), W = text(I);
    std::tuple<std::string, int> Tuple(text(I), I);
    auto Lambda = [X = text(I)] { std::printf("lambda %s\n", X.c_str()); };
    Job J = {std::make_unique<int>(I), text(I)};
    auto Made = std::make_unique<int>(I);

    defer take(std::move(P));
    defer takeReference(std::exchange(Q, nullptr));
    defer takePointer(R.release());
    defer takeText(I ? std::move(S) : std::move(T));
    defer takeText(*std::move(Maybe));
    defer takeText(std::get<0>(std::move(Tuple)));
    defer takeTuple({U, std::move(Made)});
    defer takeJob(std::move(J));
    defer takeShared(std::make_shared<Job>(Job{nullptr, std::move(V)}));
    defer call(std::move(Lambda));
    defer [X = std::move(W)] { std::printf("capture %s\n", X.c_str()); }();
    defer join(std::thread([X = U] { return X.size(); }));
  }
  // CHECK: joined
  // CHECK-NEXT: capture text that needs memory 1
  // CHECK-NEXT: lambda text that needs memory 1
  // CHECK-NEXT: shared text that needs memory 1
  // CHECK-NEXT: job 1 text that needs memory 1
  // CHECK-NEXT: tuple text that needs memory 1 1
  // CHECK-NEXT: text that needs memory 1
  // CHECK-NEXT: text that needs memory 1
  // CHECK-NEXT: text that needs memory 1
  // CHECK-NEXT: pointer 1
  // CHECK-NEXT: reference 1
  // CHECK-NEXT: take 1
  // CHECK-NEXT: joined
  // CHECK: pointer 0
  // CHECK-NEXT: reference 0
  // CHECK-NEXT: take 0
}
