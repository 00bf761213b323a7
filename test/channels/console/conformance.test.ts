import { conformance } from '../conformance.ts'
import { consoleKit } from './kit.ts'

conformance(consoleKit)
