String log = new File(basedir, 'build.log').text
assert log.contains('BUILD FAILURE')
assert log.contains('GoGuard found 1 violation (LockNotReleased=1)')
assert log.contains('src/main/java/it/Account.java:14:')
assert log.contains('0.0 % of calls unresolved')

def results = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/goguard/goguard.sarif')).runs[0].results
assert results*.ruleId == ['LockNotReleased']
assert new File(basedir, 'target/goguard/goguard.html').text.contains('LockNotReleased')
