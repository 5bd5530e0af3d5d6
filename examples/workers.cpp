// A worker that survives its jobs: when a job panics, the panic becomes the
// job's answer, and other jobs and threads do not notice. A panic that is not a
// job's mistake goes on.
//
//   deferc++ -O2 -pthread examples/workers.cpp -o workers && ./workers

#include <defer.h>

#include <cstdio>
#include <string>
#include <thread>
#include <vector>

struct JobError {
  std::string Reason;
  std::string Error() const { return Reason; }
};

static int divide(int A, int B) {
  if (B == 0)
    panic(JobError{"division by zero"});
  return A / B;
}

static std::string answer(int Job) {
  defer_result std::string Answer;
  defer {
    if (auto R = recover()) {
      if (!R.get_if<JobError>())
        panic(R);
      Answer = "failed: " + R.text();
    }
  };
  return std::to_string(divide(12, Job));
}

int main() {
  std::vector<std::string> Answers(4);
  std::vector<std::thread> Workers;
  for (int Job = 0; Job < 4; ++Job)
    Workers.emplace_back([&, Job] { Answers[Job] = answer(Job); });
  for (auto &W : Workers)
    W.join();
  for (int Job = 0; Job < 4; ++Job)
    std::printf("12 / %d: %s\n", Job, Answers[Job].c_str());
}
