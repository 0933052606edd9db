class Job:
    def run(self):
        return self.work()

    def work(self):
        raise NotImplementedError

    def name(self):
        raise NotImplementedError
