import { callout, code, h2, p, richText, table, ul } from '../../rich-text'
import type { DemoArticle } from '../types'

export const timKiemTiengViet: DemoArticle = {
  slug: 'tim-kiem-tieng-viet',
  title: 'Tìm kiếm tiếng Việt: dấu, chữ đ và hai cách viết chữ á',
  excerpt:
    'Một nửa người dùng gõ không dấu, nhưng ai cũng mong tìm thấy đúng điều mình nghĩ. Bộ tìm kiếm cần bỏ qua điều gì và phải giữ lại điều gì.',
  publishedAt: '2026-04-21T02:00:00.000Z',
  topics: ['tieng-viet'],
  authors: ['amela-engineering'],
  related: [],
  locale: 'vi',
  translationOf: 'searching-vietnamese-text',
  content: richText(
    p(
      'Tiếng Việt dùng chữ Latinh với hai lớp dấu.',
      'Một lớp tạo ra nguyên âm khác (a, ă, â), lớp kia ghi thanh điệu (a, á, à, ả, ã, ạ).',
      'Cả hai có thể nằm trên cùng một chữ: chữ ế trong *tiếng* vừa có dấu mũ vừa có dấu sắc.',
      'Dấu không phải để trang trí: *ma, má, mà, mả, mã, mạ* là sáu từ khác nhau.',
    ),
    p(
      'Vậy mà chúng ta vẫn thường bỏ dấu.',
      'Khi dùng bàn phím nước ngoài, khi vội, khi gõ địa chỉ web, “pho bo” phải tìm ra *phở bò*.',
      'Nếu bắt buộc gõ đủ dấu thì không tìm thấy gì; nếu bỏ hẳn dấu thì con ma đứng cạnh người mẹ.',
    ),
    h2('Một chữ, hai cách ghi'),
    p(
      'Trước khi bỏ dấu, cần biết rằng Unicode có nhiều cách ghi cùng một chữ.',
      'Chữ ế có thể là một mã duy nhất (U+1EBF), hoặc là chữ e kèm hai dấu kết hợp.',
      'Nhìn thì giống nhau, nhưng so sánh thì khác:',
    ),
    code(
      'javascript',
      `
      const composed = '\\u1EBF'            // ế
      const decomposed = 'e\\u0302\\u0301'   // e + dấu mũ + dấu sắc: ế

      composed === decomposed                                    // false
      composed === decomposed.normalize('NFC')                   // true
      `,
      'unicode.js',
    ),
    p(
      'Tên tệp từ máy Mac và một số bộ gõ tạo ra dạng thứ hai.',
      'Vì vậy hãy chuẩn hoá văn bản về NFC một lần, ngay khi nó đi vào hệ thống; sau đó mọi phép so sánh, giới hạn độ dài và chỉ mục duy nhất đều đúng như ý muốn.',
    ),
    h2('Bỏ dấu để tìm'),
    p(
      'Tách chữ, bỏ dấu, đổi sang chữ thường. Chỉ có chữ đ là không chịu: nó không phải chữ d có dấu mà là một chữ cái riêng có gạch ngang, nên không dạng chuẩn hoá nào tách được.',
    ),
    code(
      'javascript',
      `
      export function fold(text) {
        return text
          .normalize('NFD')
          .replace(/\\p{M}/gu, '')
          .replace(/đ/g, 'd')
          .replace(/Đ/g, 'D')
          .toLowerCase()
      }

      fold('Đường Phạm Hùng')   // 'duong pham hung'
      `,
      'fold.js',
    ),
    p(
      'Dùng hàm này cho cả chỉ mục lẫn câu tìm kiếm, và giữ nguyên bản bên cạnh. Bản không dấu chỉ để tìm, không bao giờ để hiển thị.',
    ),
    callout(
      'warning',
      'Mỗi ngôn ngữ có quy tắc riêng',
      'Trong tiếng Đức, ö có thể gõ thành oe; trong tiếng Thuỵ Điển, đó là một chữ cái ở cuối bảng chữ cái.',
      'Nếu trang web có nhiều ngôn ngữ, hãy bỏ dấu theo ngôn ngữ của từng bài.',
    ),
    h2('Xếp hạng theo ý người gõ'),
    p('Ai đã mất công gõ dấu thì có lý do. Hãy tìm bằng bản không dấu và xếp hạng bằng bản gốc:'),
    table(
      'Kết quả nào đứng trước',
      ['Câu tìm', 'Bài A', 'Bài B', 'Đứng trước'],
      ['ma', 'má', 'ma', 'B: khớp hoàn toàn'],
      ['má', 'má', 'ma', 'A: khớp hoàn toàn, vẫn tìm thấy B'],
      ['pho', 'phố cổ', 'phở bò', 'cả hai, theo mức liên quan'],
      ['phở', 'phố cổ', 'phở bò', 'B: người dùng đã gõ dấu'],
    ),
    h2('Khoảng trắng không tách từ'),
    p(
      'Tiếng Việt đặt khoảng trắng giữa các âm tiết: *máy tính* là một từ.',
      'Nếu tìm riêng từng âm tiết thì cả bài về máy giặt cũng hiện ra.',
      'Không cần từ điển: chỉ cần cộng điểm cho những bài có các âm tiết đứng cạnh nhau, phần lớn kết quả thừa sẽ tụt xuống dưới.',
    ),
    h2('Địa chỉ web và tên người'),
    ul(
      'Địa chỉ web lấy từ bản không dấu, ví dụ `/tim-kiem-tieng-viet`. Hãy thử với chữ đ.',
      'Tên người được lưu đúng như họ viết. *Hoà* và *Hòa* đều đúng; mỗi người tự quyết định cách viết tên mình.',
      'Sắp xếp bằng `Intl.Collator("vi")`: ă đứng sau a, đ đứng sau d.',
      'Kiểm tra phông chữ với *Ễ ữ ợ ậ Ẵ*: hai dấu trên một chữ hoa cho thấy chiều cao dòng có đủ hay không.',
    ),
    p(
      'Người gõ “pho bo” không hề cẩu thả. Họ chỉ đã quen với việc phần mềm không lắng nghe. Thật vui khi chứng minh điều ngược lại.',
    ),
  ),
}
