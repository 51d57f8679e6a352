export { intervisionCounts } from './count-intervisions.ts'
export { forgetIntervisions } from './forget-intervisions.ts'
export { intervisionNavigation } from './navigation.ts'
export { openIntervision } from './open-intervision.ts'
