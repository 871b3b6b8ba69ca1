package dev.goguard.benchmarks.runtime

import java.util.concurrent.atomic.AtomicInteger
import java.util.concurrent.atomic.AtomicLong
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.GlobalScope
import kotlinx.coroutines.DelicateCoroutinesApi
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.withContext
import kotlinx.coroutines.yield

/** The programs for Kotlin's coroutines, all of them on the default dispatcher. */
class KotlinPrograms : Programs {

  override fun program(load: Load): Program {
    val body = body(load)
    return Program { runBlocking { withContext(Dispatchers.Default) { body(load) } } }
  }

  private fun body(load: Load): suspend (Load) -> Long =
    when (load.shape()) {
      Shape.SPAWN -> ::spawn
      Shape.SPAWN_JOIN -> ::spawnAndJoin
      Shape.PAIRS -> ::pairs
      Shape.SAME_GOROUTINE -> ::sameGoroutine
      Shape.SHARED -> ::shared
      Shape.CHAIN -> ::chain
      Shape.SELECT -> ::selecting
      Shape.MUTEX -> ::mutex
      Shape.COUNTER -> ::counter
      Shape.FAN_OUT -> ::fanOut
      Shape.YIELD -> ::yielding
      else -> throw IllegalArgumentException("measured by ParkedBytes")
    }

  @OptIn(DelicateCoroutinesApi::class) // nothing waits for them, by intent
  override fun park(started: AtomicInteger): Any {
    val channel = Channel<Int>()
    GlobalScope.launch {
      started.incrementAndGet()
      channel.receive()
    }
    return channel
  }
}

private suspend fun spawn(load: Load): Long {
  val ran = AtomicLong()
  val end = Channel<Int>(1)
  val task: suspend CoroutineScope.() -> Unit = {
    if (ran.incrementAndGet() == load.operations().toLong()) end.send(1)
  }
  coroutineScope {
    for (i in 0 until load.operations()) launch(block = task)
    end.receive()
  }
  return ran.get()
}

private suspend fun spawnAndJoin(load: Load): Long {
  var ran = 0L
  val task: suspend CoroutineScope.() -> Unit = { ran++ }
  coroutineScope { for (i in 0 until load.operations()) launch(block = task).join() }
  return ran
}

private suspend fun fanOut(load: Load): Long {
  val ran = AtomicLong()
  for (round in 0 until load.each()) {
    coroutineScope { for (g in 0 until load.width()) launch { ran.incrementAndGet() } }
  }
  return ran.get()
}

private suspend fun mutex(load: Load): Long {
  val mutex = Mutex()
  var counter = 0L
  coroutineScope {
    for (g in 0 until load.width()) launch {
      for (i in 0 until load.each()) {
        mutex.lock()
        counter++
        mutex.unlock()
      }
    }
  }
  return counter
}

private suspend fun yielding(load: Load): Long {
  val yields = AtomicLong()
  coroutineScope {
    for (g in 0 until load.width()) launch {
      for (i in 0 until load.each()) yield()
      yields.addAndGet(load.each().toLong())
    }
  }
  return yields.get()
}
