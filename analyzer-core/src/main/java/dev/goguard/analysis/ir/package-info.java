/**
 * The concurrency IR: what a front end says about a source file, and all that the analyses know of
 * it.
 *
 * <p>The IR keeps the <em>structure</em> of the source (fourteen statement forms and eighteen
 * expression forms) and drops its syntax. A front end only translates: it resolves names and types,
 * and writes down what stands in the source, in source order. Everything that is hard exists once,
 * behind the IR: evaluation order and short circuits, exception edges, {@code finally},
 * try-with-resources, the meaning of a call ({@link dev.goguard.analysis.model}) and which lambda
 * runs where. So two front ends agree exactly when {@link dev.goguard.analysis.ir.IrPrinter} prints
 * the same text for both.
 *
 * <h2>Conventions that make two front ends agree</h2>
 *
 * <ul>
 *   <li><b>Types</b> are erased binary names ({@code java.util.Map$Entry}, {@code int},
 *       {@code byte[]}); a type variable is its erasure. A type that could not be resolved is
 *       {@code "?"}.
 *   <li><b>Implicit code is not written down</b>: no implicit {@code super()}, default constructor,
 *       boxing, widening, string conversion or bridge method. An implicit {@code this.} on a field
 *       or method <em>is</em> written down.
 *   <li><b>Parentheses</b> vanish. Literals keep their value, not their spelling.
 *   <li>A <b>constructor</b> is named {@code <init>}; field initialisers and instance initialiser
 *       blocks form one method {@code <instance-init>}, in source order; static ones form
 *       {@code <clinit>}.
 *   <li>A <b>lambda</b> is an expression that carries its body as a
 *       {@link dev.goguard.analysis.ir.Method}; an expression body is a {@code return} when the
 *       functional interface's method returns a value, else an expression statement. An
 *       <b>anonymous or local class</b> is a {@link dev.goguard.analysis.ir.TypeDecl} of the file;
 *       the expression only names it.
 *   <li>Captured locals are the same {@link dev.goguard.analysis.ir.Local} inside and outside.
 *   <li>{@code i++} and {@code i += 1} are {@link dev.goguard.analysis.ir.Expr.Assign} with an
 *       operator.
 *   <li>{@code assert c : m} is {@code if (!c) throw new AssertionError(m)}.
 *   <li>Lambdas are numbered {@code lambda$0}, {@code lambda$1} in source order within their type,
 *       the outer before the inner; their exceptions and return type are those of the functional
 *       interface's method. A class declared in a lambda has that lambda as its enclosing method.
 *   <li>{@code a.length} is {@code Other("array-length")}. Enum constants are assignments in
 *       {@code <clinit>}. Modifiers include the implicit ones.
 *   <li>Methods of {@code Object} called on an interface have {@code java.lang.Object} as owner;
 *       {@code thrown} has the type arguments of the call put in.
 * </ul>
 */
@NullMarked
package dev.goguard.analysis.ir;

import org.jspecify.annotations.NullMarked;
