package dev.goguard.analysis.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.FieldRef;
import dev.goguard.analysis.ir.Local;
import dev.goguard.analysis.ir.SourceRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockStateTest {
  private static final AccessPath SELF = AccessPath.of(new AccessPath.ThisRoot("A"));
  private static final AccessPath LOCK = SELF.then(new FieldRef("A", "lock"));
  private static final AccessPath OTHER = SELF.then(new FieldRef("A", "other"));

  private static AccessPath local(String name, int index) {
    return AccessPath.of(new Local(name, index, "A", SourceRange.NONE));
  }

  @Test
  void plus_toZero_forgetsTheLock() {
    assertThat(LockState.NONE.plus(LOCK, 1).plus(LOCK, -1)).isEqualTo(LockState.NONE);
  }

  @Test
  void plus_beyondItsBounds_staysThere() {
    LockState high = LockState.NONE.plus(LOCK, 100);
    assertThat(high.plus(LOCK, 1)).isEqualTo(high);
    LockState low = LockState.NONE.plus(LOCK, -100);
    assertThat(low.count(LOCK)).isEqualTo(-1);
  }

  @Test
  void meet_countsDiffer_keepsTheSmaller() {
    LockState one = LockState.NONE.plus(LOCK, 2).plus(OTHER, 1);
    LockState two = LockState.NONE.plus(LOCK, 1);
    assertThat(one.meet(two)).isEqualTo(LockState.NONE.plus(LOCK, 1));
    assertThat(two.meet(one)).isEqualTo(one.meet(two));
    assertThat(one.meet(LockState.NONE.plus(LOCK, -1)).count(LOCK)).isEqualTo(-1);
  }

  @Test
  void renamed_local_movesWhatItLeadsTo() {
    AccessPath from = local("a", 0);
    AccessPath to = local("b", 1);
    FieldRef field = new FieldRef("A", "lock");
    LockState state = LockState.NONE.plus(from.then(field), 1).plus(LOCK, 1);
    assertThat(state.renamed(from, to))
        .isEqualTo(LockState.NONE.plus(to.then(field), 1).plus(LOCK, 1));
  }

  @Test
  void renamed_field_staysWhatItIs() {
    LockState state = LockState.NONE.plus(LOCK, 1);
    assertThat(state.renamed(LOCK, local("b", 1))).isSameAs(state);
  }

  @Test
  void decided_sameText_isToldApartByPlace() {
    Expr first = new Expr.Literal("1", "int", SourceRange.NONE);
    Expr second = new Expr.Literal("1", "int", SourceRange.NONE);
    LockState state = LockState.NONE.deciding(first);
    assertThat(state.hasDecided(first)).isTrue();
    assertThat(state.hasDecided(second)).isFalse();
    assertThat(state.undeciding(second)).isSameAs(state);
    assertThat(state.undeciding(first)).isEqualTo(LockState.NONE);
  }

  @Test
  void identity_ofLock_isItsLastField() {
    AccessPath path = local("a", 0).then(new FieldRef("A", "lock"));
    AccessPath view = path.thenPseudo("readLock()");
    assertThat(LockIdentity.of(path)).isEqualTo(LockIdentity.of(LOCK));
    assertThat(LockIdentity.of(view).steps())
        .isEqualTo(List.of(new FieldRef("A", "lock"), new FieldRef("", "readLock()")));
    assertThat(LockIdentity.of(local("a", 0))).isNull();
    assertThat(LockIdentity.of(SELF).steps()).containsExactly(new FieldRef("A", "this"));
  }
}
