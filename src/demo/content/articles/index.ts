import type { DemoArticle } from '../types'
import { accessibilityAsCriterion } from './accessibility-as-acceptance-criterion'
import { apiVersioning } from './api-versioning-without-regret'
import { bestBackendFrameworks2024 } from './best-backend-frameworks-2024'
import { choosingADatabase } from './choosing-a-database-for-a-first-release'
import { codeReview } from './code-review-that-people-like'
import { crossPlatformProsAndCons } from './cross-platform-app-development-pros-and-cons'
import { draftWhatWeLog } from './draft-what-we-log'
import { estimatingHonestly } from './estimating-software-honestly'
import { movingOffLegacyPhp } from './moving-off-a-legacy-php-application'
import { observability } from './observability-on-a-small-budget'
import { offlineFirstSync } from './offline-first-mobile-sync'
import { searchingVietnameseText } from './searching-vietnamese-text'
import { securityChecklist } from './security-checklist-before-launch'
import { sqliteInProduction } from './sqlite-in-production'
import { timKiemTiengViet } from './tim-kiem-tieng-viet'
import { top5BackendsForReactNative } from './top-5-backends-for-react-native'
import { workingAcrossTimeZones } from './working-across-time-zones-from-hanoi'

/** Every post of the demo, oldest first; the draft stands last. */
export const articles: DemoArticle[] = [
  top5BackendsForReactNative,
  crossPlatformProsAndCons,
  bestBackendFrameworks2024,
  choosingADatabase,
  estimatingHonestly,
  accessibilityAsCriterion,
  workingAcrossTimeZones,
  apiVersioning,
  movingOffLegacyPhp,
  sqliteInProduction,
  offlineFirstSync,
  searchingVietnameseText,
  timKiemTiengViet,
  securityChecklist,
  observability,
  codeReview,
  draftWhatWeLog,
]
