def run = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/goguard/goguard.sarif')).runs[0]
def rules = run.tool.driver.rules*.id

// One line per finding: file, rule, fragment of the message.
def expected = new File(basedir, 'expected.txt').readLines()
    .findAll { it && !it.startsWith('#') }
    .collect { it.split(' ', 3) as List }
    .findAll { it[1] in rules }
assert !expected.isEmpty()

def found = run.results.collect { result ->
  String uri = result.locations[0].physicalLocation.artifactLocation.uri
  [uri.substring(uri.lastIndexOf('/') + 1), result.ruleId, result.message.text]
}
assert found.every { f -> expected.any { f[0] == it[0] && f[1] == it[1] && f[2].contains(it[2]) } }
assert found.size() == expected.size()
