import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OverviewComponent as OverviewComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { MetaTitleComponent as MetaTitleComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { MetaDescriptionComponent as MetaDescriptionComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { MetaImageComponent as MetaImageComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { PreviewComponent as PreviewComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { SlugField as SlugField_2b8867833a34864a02ddf429b0728a40 } from '@payloadcms/next/client'
import { StatusCell as StatusCell_c08f082cb69b6a6eec444bf7642960ea } from '../../../src/leads/inbox/admin/status-cell'
import { OwnerCell as OwnerCell_2894557a66d11d48c8b5cdc756fbb326 } from '../../../src/leads/inbox/admin/owner-cell'
import { LeadTimeline as LeadTimeline_285ab8f02ad282c787641115489edfb6 } from '../../../src/leads/inbox/admin/lead-timeline'
import { LeadMeetings as LeadMeetings_ddc5b25f061ca1e30ab74c4a3f87efe6 } from '../../../src/booking/components/lead-meetings'
import { InboxViews as InboxViews_bd7494c30da91273a70d82a16c5ae87a } from '../../../src/leads/inbox/admin/inbox-views'
import { ExportCsv as ExportCsv_304779d9ffd278df57c47d25e02ce0cb } from '../../../src/leads/privacy/admin/export-csv'
import { MergeButton as MergeButton_11f546e2e9679a58c979f500f7696f15 } from '../../../src/leads/merge/components/merge-button'
import { PrivacyButtons as PrivacyButtons_e1507c54dd1fa4a5a875d8ffa2b7d006 } from '../../../src/leads/privacy/admin/privacy-buttons'
import { StateCell as StateCell_dcb5e4d7639e46edd894a175179ec22d } from '../../../src/leads/abuse/admin/state-cell'
import { ReasonsCell as ReasonsCell_c78299ab0ddee73f417caa75373e4b04 } from '../../../src/leads/abuse/admin/reasons-cell'
import { FactsField as FactsField_eea730ffddce1a5a5930e8d6946ae21f } from '../../../src/ui/admin/facts-field'
import { WishedTimes as WishedTimes_1d0150cd0ccae50a45b4926825f807d8 } from '../../../src/booking/components/wished-times'
import { MessageViews as MessageViews_c3fce9b04140b3bf4ee0e47a1a6c760f } from '../../../src/leads/abuse/admin/message-views'
import { ReleaseButtons as ReleaseButtons_178e26501e9a979401718f08ea131a59 } from '../../../src/leads/components/release-buttons'
import { MailPreviewsLink as MailPreviewsLink_90818e838543efd1027029c8b7e84bf2 } from '../../../src/mail/components/mail-previews-link'
import { PausedMail as PausedMail_93b218220ee7717b933ea8a8ca38edfa } from '../../../src/mail/components/paused-mail'
import { SendSelectedAgain as SendSelectedAgain_e400d3d5533110edad475bdf61079b3a } from '../../../src/mail/components/send-selected-again'
import { SendAgainButton as SendAgainButton_82a753c20d3f193b8e9c3fbf209959f6 } from '../../../src/mail/components/send-again-button'
import { UnfitMeetings as UnfitMeetings_a713902713268ec6e6a008b256ef88c8 } from '../../../src/booking/unfit/admin/unfit-meetings'
import { FeedPanel as FeedPanel_47b5992d7364006d7ca1d36c77abb8c6 } from '../../../src/booking/busy-feeds/admin/feed-panel'
import { CalendarPanel as CalendarPanel_ded1888e8b71334cb77b1cc73c7c73cd } from '../../../src/booking/feed/admin/calendar-panel'
import { MeetingPanel as MeetingPanel_b35d2340d8b2da8149acd37194c242ef } from '../../../src/booking/staff/meeting-panel'
import { WeekLinks as WeekLinks_42de1b060de5e04c8735ea87e5914b40 } from '../../../src/booking/week/week-links'
import { DocumentCell as DocumentCell_de402cb7557e2de9b5ea6638f1ba84c2 } from '../../../src/audit/components/document-cell'
import { FieldsCell as FieldsCell_b32f1a99701c68bf85875f06421ae111 } from '../../../src/audit/components/fields-cell'
import { ImportHolidays as ImportHolidays_9514e95dc1a7e91af87e33add5bb1c02 } from '../../../src/booking/holidays/admin/import-holidays'
import { HolidayLabel as HolidayLabel_eb8d63fbe01cc716171bcc3133c6d386 } from '../../../src/booking/holidays/admin/holiday-label'
import { StagingBanner as StagingBanner_aadf013e01675f01c53289657e4f02aa } from '../../../src/admin/staging-banner'
import { Icon as Icon_b9d69aeee2ce5d061140df3290ce1dc1 } from '../../../src/admin/logo'
import { Logo as Logo_b9d69aeee2ce5d061140df3290ce1dc1 } from '../../../src/admin/logo'
import { NavCounts as NavCounts_5e659d119914af6a71583f98907000a2 } from '../../../src/admin/nav-counts'
import { WeekNav as WeekNav_0de6ac6155060715c7eb01587b58826d } from '../../../src/booking/week/week-nav'
import { MailPreviews as MailPreviews_38c9670972921210e7b956f1a48ba2a2 } from '../../../src/admin/mail-previews/view'
import { WeekView as WeekView_f4752c41f58c4922b4984f6ead4a9126 } from '../../../src/booking/week/week-view'
import { BookView as BookView_dd56c52bb8429aa718f81d0b4bcba855 } from '../../../src/booking/staff/book-view'
import { AttentionWidget as AttentionWidget_286bbacaa95f5c81bfa19014a984df71 } from '../../../src/admin/attention-widget'
import { UnfitWidget as UnfitWidget_9d1fffa2b8e67c7b86daaec91183934a } from '../../../src/booking/unfit/admin/unfit-widget'
import { LeadFiguresWidget as LeadFiguresWidget_3645ea1080284f77c32916f1be5b434b } from '../../../src/leads/figures/lead-figures-widget'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ChecklistFeatureClient": ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/plugin-seo/client#OverviewComponent": OverviewComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@payloadcms/plugin-seo/client#MetaTitleComponent": MetaTitleComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@payloadcms/plugin-seo/client#MetaDescriptionComponent": MetaDescriptionComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@payloadcms/plugin-seo/client#MetaImageComponent": MetaImageComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@payloadcms/plugin-seo/client#PreviewComponent": PreviewComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@payloadcms/next/client#SlugField": SlugField_2b8867833a34864a02ddf429b0728a40,
  "/src/leads/inbox/admin/status-cell#StatusCell": StatusCell_c08f082cb69b6a6eec444bf7642960ea,
  "/src/leads/inbox/admin/owner-cell#OwnerCell": OwnerCell_2894557a66d11d48c8b5cdc756fbb326,
  "/src/leads/inbox/admin/lead-timeline#LeadTimeline": LeadTimeline_285ab8f02ad282c787641115489edfb6,
  "/src/booking/components/lead-meetings#LeadMeetings": LeadMeetings_ddc5b25f061ca1e30ab74c4a3f87efe6,
  "/src/leads/inbox/admin/inbox-views#InboxViews": InboxViews_bd7494c30da91273a70d82a16c5ae87a,
  "/src/leads/privacy/admin/export-csv#ExportCsv": ExportCsv_304779d9ffd278df57c47d25e02ce0cb,
  "/src/leads/merge/components/merge-button#MergeButton": MergeButton_11f546e2e9679a58c979f500f7696f15,
  "/src/leads/privacy/admin/privacy-buttons#PrivacyButtons": PrivacyButtons_e1507c54dd1fa4a5a875d8ffa2b7d006,
  "/src/leads/abuse/admin/state-cell#StateCell": StateCell_dcb5e4d7639e46edd894a175179ec22d,
  "/src/leads/abuse/admin/reasons-cell#ReasonsCell": ReasonsCell_c78299ab0ddee73f417caa75373e4b04,
  "/src/ui/admin/facts-field#FactsField": FactsField_eea730ffddce1a5a5930e8d6946ae21f,
  "/src/booking/components/wished-times#WishedTimes": WishedTimes_1d0150cd0ccae50a45b4926825f807d8,
  "/src/leads/abuse/admin/message-views#MessageViews": MessageViews_c3fce9b04140b3bf4ee0e47a1a6c760f,
  "/src/leads/components/release-buttons#ReleaseButtons": ReleaseButtons_178e26501e9a979401718f08ea131a59,
  "/src/mail/components/mail-previews-link#MailPreviewsLink": MailPreviewsLink_90818e838543efd1027029c8b7e84bf2,
  "/src/mail/components/paused-mail#PausedMail": PausedMail_93b218220ee7717b933ea8a8ca38edfa,
  "/src/mail/components/send-selected-again#SendSelectedAgain": SendSelectedAgain_e400d3d5533110edad475bdf61079b3a,
  "/src/mail/components/send-again-button#SendAgainButton": SendAgainButton_82a753c20d3f193b8e9c3fbf209959f6,
  "/src/booking/unfit/admin/unfit-meetings#UnfitMeetings": UnfitMeetings_a713902713268ec6e6a008b256ef88c8,
  "/src/booking/busy-feeds/admin/feed-panel#FeedPanel": FeedPanel_47b5992d7364006d7ca1d36c77abb8c6,
  "/src/booking/feed/admin/calendar-panel#CalendarPanel": CalendarPanel_ded1888e8b71334cb77b1cc73c7c73cd,
  "/src/booking/staff/meeting-panel#MeetingPanel": MeetingPanel_b35d2340d8b2da8149acd37194c242ef,
  "/src/booking/week/week-links#WeekLinks": WeekLinks_42de1b060de5e04c8735ea87e5914b40,
  "/src/audit/components/document-cell#DocumentCell": DocumentCell_de402cb7557e2de9b5ea6638f1ba84c2,
  "/src/audit/components/fields-cell#FieldsCell": FieldsCell_b32f1a99701c68bf85875f06421ae111,
  "/src/booking/holidays/admin/import-holidays#ImportHolidays": ImportHolidays_9514e95dc1a7e91af87e33add5bb1c02,
  "/src/booking/holidays/admin/holiday-label#HolidayLabel": HolidayLabel_eb8d63fbe01cc716171bcc3133c6d386,
  "/src/admin/staging-banner#StagingBanner": StagingBanner_aadf013e01675f01c53289657e4f02aa,
  "/src/admin/logo#Icon": Icon_b9d69aeee2ce5d061140df3290ce1dc1,
  "/src/admin/logo#Logo": Logo_b9d69aeee2ce5d061140df3290ce1dc1,
  "/src/admin/nav-counts#NavCounts": NavCounts_5e659d119914af6a71583f98907000a2,
  "/src/booking/week/week-nav#WeekNav": WeekNav_0de6ac6155060715c7eb01587b58826d,
  "/src/admin/mail-previews/view#MailPreviews": MailPreviews_38c9670972921210e7b956f1a48ba2a2,
  "/src/booking/week/week-view#WeekView": WeekView_f4752c41f58c4922b4984f6ead4a9126,
  "/src/booking/staff/book-view#BookView": BookView_dd56c52bb8429aa718f81d0b4bcba855,
  "/src/admin/attention-widget#AttentionWidget": AttentionWidget_286bbacaa95f5c81bfa19014a984df71,
  "/src/booking/unfit/admin/unfit-widget#UnfitWidget": UnfitWidget_9d1fffa2b8e67c7b86daaec91183934a,
  "/src/leads/figures/lead-figures-widget#LeadFiguresWidget": LeadFiguresWidget_3645ea1080284f77c32916f1be5b434b,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
