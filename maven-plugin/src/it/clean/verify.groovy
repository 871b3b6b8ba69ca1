String log = new File(basedir, 'build.log').text
assert log.contains('0 errors, 0 warnings in 1 file; 0.0 % of calls unresolved')

def results = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/goguard/goguard.sarif')).runs[0].results
assert results.isEmpty()
