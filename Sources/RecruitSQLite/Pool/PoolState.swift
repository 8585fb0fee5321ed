/// What a pool's lock guards: who has a connection, and who waits for one.
struct PoolState {
    /// The free slots of one sort, and the calls that wait for one, in the order in which they came.
    struct Queue {
        var free: [Slot] = []
        private var waiting: [Call?] = []
        private var first = 0

        mutating func append(_ call: Call) {
            waiting.append(call)
        }

        mutating func popFirst() -> Call? {
            guard first < waiting.count else { return nil }
            let call = waiting[first]
            waiting[first] = nil
            first += 1
            if first == waiting.count || first > 256 {
                waiting.removeFirst(first)
                first = 0
            }
            return call
        }
    }

    /// What is to be done for a call that got a slot.
    enum Grant {
        /// Wake the thread that waits.
        case thread(ThreadCall, Slot)
        /// Have this worker run the body.
        case worker(Worker, Job, Slot)
        /// Run the body on the worker that asks.
        case here(Job, Slot)
        /// Start a worker for the body.
        case newWorker(Job, Slot)
    }

    var readers = Queue()
    var writer = Queue()
    /// Whether reads use the writer's connection, since there is no other.
    let isSingle: Bool
    /// How many calls have a slot.
    var busy = 0
    var idleWorkers: [Worker] = []
    var isClosed = false

    init(readers: [Slot], writer: [Slot]) {
        isSingle = readers.isEmpty
        self.readers.free = readers
        self.writer.free = writer
    }

    subscript(purpose: Pool.Purpose) -> Queue {
        _read { if purpose == .write || isSingle { yield writer } else { yield readers } }
        _modify { if purpose == .write || isSingle { yield &writer } else { yield &readers } }
    }

    mutating func takeFree(_ purpose: Pool.Purpose) -> Slot? {
        guard let slot = self[purpose].free.popLast() else { return nil }
        busy += 1
        return slot
    }

    /// Gives the slot to the next call that waits for it, or back.
    ///
    /// A worker that gives a slot back is free to run the next job; where there is none, it is idle from now on.
    mutating func pass(_ slot: Slot, _ purpose: Pool.Purpose, from worker: Worker?) -> Grant? {
        while let call = self[purpose].popFirst() {
            guard call.grant() else { continue }
            if let job = call as? Job {
                if worker != nil { return .here(job, slot) }
                return start(job, slot)
            }
            if let worker, !isClosed { idleWorkers.append(worker) }
            if let call = call as? ThreadCall { return .thread(call, slot) }
        }
        if let worker, !isClosed { idleWorkers.append(worker) }
        busy -= 1
        self[purpose].free.append(slot)
        return nil
    }

    /// Finds a worker for a job that has its slot.
    mutating func start(_ job: Job, _ slot: Slot) -> Grant {
        if let worker = idleWorkers.popLast() { return .worker(worker, job, slot) }
        return .newWorker(job, slot)
    }
}
