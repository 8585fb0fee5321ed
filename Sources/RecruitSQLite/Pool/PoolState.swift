/// What a pool's lock guards: who waits for a connection, and which workers wait for work.
struct PoolState {
    /// The calls that wait for a slot of one sort, in the order in which they came.
    struct Queue {
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
    var idleWorkers: [Worker] = []
    var isClosed = false

    init(isSingle: Bool) {
        self.isSingle = isSingle
    }

    subscript(purpose: Pool.Purpose) -> Queue {
        _read { if purpose == .write || isSingle { yield writer } else { yield readers } }
        _modify { if purpose == .write || isSingle { yield &writer } else { yield &readers } }
    }

    /// Gives a slot to a call that waited for it.
    ///
    /// A worker that gives a slot back is free to run the next job; where there is none, it is idle from now on.
    mutating func pass(_ slot: Slot, to call: Call, from worker: Worker?) -> Grant? {
        if let job = call as? Job {
            return worker == nil ? start(job, slot) : .here(job, slot)
        }
        rest(worker)
        return (call as? ThreadCall).map { .thread($0, slot) }
    }

    mutating func rest(_ worker: Worker?) {
        if let worker, !isClosed { idleWorkers.append(worker) }
    }

    /// Finds a worker for a job that has its slot.
    mutating func start(_ job: Job, _ slot: Slot) -> Grant {
        if let worker = idleWorkers.popLast() { return .worker(worker, job, slot) }
        return .newWorker(job, slot)
    }
}
