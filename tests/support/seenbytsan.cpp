// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What ThreadSanitizer cannot see in a Qt that was built without it, and so takes each job handed to another thread for
// a race: that Qt's queues, waits and locks order what was before them and what is after. Each call of ours that goes
// into one of them passes here on its way (-Wl,--wrap, tests/CMakeLists.txt) and says so. Only tests/run --tsan links it,
// and this file alone is not instrumented itself.

#include <QFutureInterface>
#include <QMutex>
#include <QReadWriteLock>
#include <QSemaphore>
#include <QThread>
#include <QThreadPool>
#include <QWaitCondition>

#include <future>

#include <sanitizer/tsan_interface.h>

namespace {

void release(const void *at)
{
    __tsan_release(const_cast<void *>(at));
}

void acquire(const void *at)
{
    __tsan_acquire(const_cast<void *>(at));
}

/// Around a slot that is called in another thread: what was before it was posted is before it, what it did is before
/// its destruction and before the end of its thread.
class OrderedSlot : public QtPrivate::QSlotObjectBase
{
public:
    explicit OrderedSlot(QSlotObjectBase *inner) : QSlotObjectBase(&impl), m_inner(inner) { release(this); }

private:
    static void impl(int which, QSlotObjectBase *slot, QObject *receiver, void **arguments, bool *)
    {
        auto *self = static_cast<OrderedSlot *>(slot);
        acquire(self);
        if (which == Call) {
            self->m_inner->call(receiver, arguments);
            release(self);
            release(QThread::currentThread());
        } else if (which == Destroy) {
            self->m_inner->destroyIfLastRef();
            delete self;
        }
    }

    QSlotObjectBase *m_inner;
};

} // namespace

#define BALCAO_REAL(symbol) __asm__("__real_" symbol)
#define BALCAO_WRAP(symbol) __asm__("__wrap_" symbol)

#define BALCAO_INVOKE                                                                                                  \
    "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv"
bool realInvoke(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *) BALCAO_REAL(BALCAO_INVOKE);
bool wrapInvoke(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *) BALCAO_WRAP(BALCAO_INVOKE);
bool wrapInvoke(QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type, void *answer)
{
    return realInvoke(object, new OrderedSlot(slot), type, answer);
}

#define BALCAO_THREAD_WAIT "_ZN7QThread4waitE14QDeadlineTimer"
bool realThreadWait(QThread *, QDeadlineTimer) BALCAO_REAL(BALCAO_THREAD_WAIT);
bool wrapThreadWait(QThread *, QDeadlineTimer) BALCAO_WRAP(BALCAO_THREAD_WAIT);
bool wrapThreadWait(QThread *thread, QDeadlineTimer until)
{
    const bool ended = realThreadWait(thread, until);
    acquire(thread);
    return ended;
}

#define BALCAO_THREAD_OF "_ZN7QThread16createThreadImplEOSt6futureIvE"
QThread *realThreadOf(std::future<void> &&) BALCAO_REAL(BALCAO_THREAD_OF);
QThread *wrapThreadOf(std::future<void> &&) BALCAO_WRAP(BALCAO_THREAD_OF);
QThread *wrapThreadOf(std::future<void> &&work)
{
    return realThreadOf(std::async(
        std::launch::deferred,
        [](std::future<void> inner) {
            inner.get();
            release(QThread::currentThread());
        },
        std::move(work)));
}

#define BALCAO_POOL_START "_ZN11QThreadPool5startESt8functionIFvvEEi"
void realPoolStart(QThreadPool *, std::function<void()>, int) BALCAO_REAL(BALCAO_POOL_START);
void wrapPoolStart(QThreadPool *, std::function<void()>, int) BALCAO_WRAP(BALCAO_POOL_START);
void wrapPoolStart(QThreadPool *pool, std::function<void()> work, int priority)
{
    std::function<void()> ordered = [pool, job = std::move(work)] {
        acquire(pool);
        job();
        release(pool);
    };
    release(pool);
    realPoolStart(pool, std::move(ordered), priority);
}

#define BALCAO_POOL_WAIT "_ZN11QThreadPool11waitForDoneEi"
bool realPoolWait(QThreadPool *, int) BALCAO_REAL(BALCAO_POOL_WAIT);
bool wrapPoolWait(QThreadPool *, int) BALCAO_WRAP(BALCAO_POOL_WAIT);
bool wrapPoolWait(QThreadPool *pool, int ms)
{
    const bool done = realPoolWait(pool, ms);
    acquire(pool);
    return done;
}

// QMutex says itself, in its header, when it is locked; not that a condition lets go of it meanwhile.
#define BALCAO_CONDITION_WAIT "_ZN14QWaitCondition4waitEP6QMutex14QDeadlineTimer"
bool realConditionWait(QWaitCondition *, QMutex *, QDeadlineTimer) BALCAO_REAL(BALCAO_CONDITION_WAIT);
bool wrapConditionWait(QWaitCondition *, QMutex *, QDeadlineTimer) BALCAO_WRAP(BALCAO_CONDITION_WAIT);
bool wrapConditionWait(QWaitCondition *condition, QMutex *mutex, QDeadlineTimer until)
{
    __tsan_mutex_pre_unlock(mutex, 0);
    __tsan_mutex_post_unlock(mutex, 0);
    const bool woken = realConditionWait(condition, mutex, until);
    __tsan_mutex_pre_lock(mutex, 0);
    __tsan_mutex_post_lock(mutex, 0, 0);
    return woken;
}

#define BALCAO_READ_LOCK "_ZN14QReadWriteLock11lockForReadEv"
void realReadLock(QReadWriteLock *) BALCAO_REAL(BALCAO_READ_LOCK);
void wrapReadLock(QReadWriteLock *) BALCAO_WRAP(BALCAO_READ_LOCK);
void wrapReadLock(QReadWriteLock *lock)
{
    realReadLock(lock);
    acquire(lock);
}

#define BALCAO_WRITE_LOCK "_ZN14QReadWriteLock12lockForWriteEv"
void realWriteLock(QReadWriteLock *) BALCAO_REAL(BALCAO_WRITE_LOCK);
void wrapWriteLock(QReadWriteLock *) BALCAO_WRAP(BALCAO_WRITE_LOCK);
void wrapWriteLock(QReadWriteLock *lock)
{
    realWriteLock(lock);
    acquire(lock);
}

#define BALCAO_UNLOCK "_ZN14QReadWriteLock6unlockEv"
void realUnlock(QReadWriteLock *) BALCAO_REAL(BALCAO_UNLOCK);
void wrapUnlock(QReadWriteLock *) BALCAO_WRAP(BALCAO_UNLOCK);
void wrapUnlock(QReadWriteLock *lock)
{
    release(lock);
    realUnlock(lock);
}

#define BALCAO_SEMAPHORE_RELEASE "_ZN10QSemaphore7releaseEi"
void realSemaphoreRelease(QSemaphore *, int) BALCAO_REAL(BALCAO_SEMAPHORE_RELEASE);
void wrapSemaphoreRelease(QSemaphore *, int) BALCAO_WRAP(BALCAO_SEMAPHORE_RELEASE);
void wrapSemaphoreRelease(QSemaphore *semaphore, int count)
{
    release(semaphore);
    realSemaphoreRelease(semaphore, count);
}

#define BALCAO_SEMAPHORE_ACQUIRE "_ZN10QSemaphore7acquireEi"
void realSemaphoreAcquire(QSemaphore *, int) BALCAO_REAL(BALCAO_SEMAPHORE_ACQUIRE);
void wrapSemaphoreAcquire(QSemaphore *, int) BALCAO_WRAP(BALCAO_SEMAPHORE_ACQUIRE);
void wrapSemaphoreAcquire(QSemaphore *semaphore, int count)
{
    realSemaphoreAcquire(semaphore, count);
    acquire(semaphore);
}

#define BALCAO_SEMAPHORE_TRY "_ZN10QSemaphore10tryAcquireEii"
bool realSemaphoreTry(QSemaphore *, int, int) BALCAO_REAL(BALCAO_SEMAPHORE_TRY);
bool wrapSemaphoreTry(QSemaphore *, int, int) BALCAO_WRAP(BALCAO_SEMAPHORE_TRY);
bool wrapSemaphoreTry(QSemaphore *semaphore, int count, int ms)
{
    const bool taken = realSemaphoreTry(semaphore, count, ms);
    if (taken)
        acquire(semaphore);
    return taken;
}

// The last of a promise and its futures destroys the answer; who waited for the end may look at what was before it.
#define BALCAO_FUTURE_DEREF "_ZNK20QFutureInterfaceBase6derefTEv"
bool realFutureDeref(const QFutureInterfaceBase *) BALCAO_REAL(BALCAO_FUTURE_DEREF);
bool wrapFutureDeref(const QFutureInterfaceBase *) BALCAO_WRAP(BALCAO_FUTURE_DEREF);
bool wrapFutureDeref(const QFutureInterfaceBase *future)
{
    const void *shared = &future->mutex();
    release(shared);
    const bool remains = realFutureDeref(future);
    if (!remains)
        acquire(shared);
    return remains;
}

#define BALCAO_FUTURE_FINISHED "_ZN20QFutureInterfaceBase14reportFinishedEv"
void realFutureFinished(QFutureInterfaceBase *) BALCAO_REAL(BALCAO_FUTURE_FINISHED);
void wrapFutureFinished(QFutureInterfaceBase *) BALCAO_WRAP(BALCAO_FUTURE_FINISHED);
void wrapFutureFinished(QFutureInterfaceBase *future)
{
    release(&future->mutex());
    realFutureFinished(future);
}

#define BALCAO_FUTURE_WAIT "_ZN20QFutureInterfaceBase15waitForFinishedEv"
void realFutureWait(QFutureInterfaceBase *) BALCAO_REAL(BALCAO_FUTURE_WAIT);
void wrapFutureWait(QFutureInterfaceBase *) BALCAO_WRAP(BALCAO_FUTURE_WAIT);
void wrapFutureWait(QFutureInterfaceBase *future)
{
    realFutureWait(future);
    acquire(&future->mutex());
}
