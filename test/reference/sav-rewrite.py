"""Writes a .sav again in a form that neither haven nor PSPP writes, from the format's description alone.

    python3 sav-rewrite.py IN OUT [option ...]

--big-endian            numbers of the other byte order
--compression KIND      none, byte or zlib
--bias N                of byte compression; codes below 1 and over 251 are written out
--codes FORM            of byte compression: plain (never a code for a number or blanks), padded (code 0 between
                        the codes of a case), ended (code 252 and bytes that mean nothing after the last case)
--block BYTES           of zlib: length of a block before it is compressed; cases run on into the next block
--unknown-cases         number of cases -1
--layout-3              layout code 3
--encoding NAME         what the file says of its texts; `none` says nothing
--double HEX            first number of the first case: eight bytes, most significant first
--old HEX --new HEX     bytes replaced everywhere in the texts of the dictionary, of the same length
--label NAME=HEX        variable label of the variable with this short name, of any length
--value-label NAME=HEX  label of the first labelled value of this variable (short names, widths up to 8)
--extra                 extension records nobody knows or needs, before the end of the dictionary
--from-row N --rows N   only these cases

Source: PSPP Developer's Guide 1.6, "System File Format".
"""
import argparse
import struct
import zlib


def main():
    options = arguments()
    with open(options.source, 'rb') as file:
        system = read(file.read())
    change(system, options)
    with open(options.target, 'wb') as file:
        file.write(written(system, options))


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument('source')
    parser.add_argument('target')
    for flag in ('--big-endian', '--unknown-cases', '--layout-3', '--extra'):
        parser.add_argument(flag, action='store_true')
    parser.add_argument('--compression', choices=('none', 'byte', 'zlib'), default='none')
    parser.add_argument('--codes', choices=('usual', 'plain', 'padded', 'ended'), default='usual')
    parser.add_argument('--bias', type=float, default=100.0)
    parser.add_argument('--block', type=int, default=0x3ff000)
    parser.add_argument('--encoding')
    parser.add_argument('--double', type=bytes.fromhex)
    parser.add_argument('--old', type=bytes.fromhex, default=b'')
    parser.add_argument('--new', type=bytes.fromhex, default=b'')
    parser.add_argument('--label')
    parser.add_argument('--value-label')
    parser.add_argument('--from-row', type=int, default=0)
    parser.add_argument('--rows', type=int)
    return parser.parse_args()


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        assert self.at + count <= len(self.data)
        self.at += count
        return self.data[self.at - count:self.at]

    def ints(self, count):
        return list(struct.unpack(f'<{count}i', self.take(4 * count)))

    def int(self):
        return self.ints(1)[0]

    def double(self):
        return struct.unpack('<d', self.take(8))[0]


def read(data):
    """A little-endian file as records and cells of eight bytes."""
    reader = Reader(data)
    system = {'product': reader.take(64)[4:]}
    layout, _, compression, weight, cases = reader.ints(5)
    assert layout == 2, 'only little-endian files are read'
    system.update(weight=weight, cases=cases, bias=reader.double(), tail=reader.take(9 + 8 + 64 + 3), records=[])
    while True:
        kind = reader.int()
        if kind == 999:
            reader.int()
            break
        system['records'].append(READERS[kind](reader))
    variables = [record for record in system['records'] if record['kind'] == 2]
    system['numeric'] = [variable['width'] == 0 for variable in variables]
    rest = data[reader.at:]
    if compression == 2:
        rest = inflated(rest)
    cells = [rest[i:i + 8] for i in range(0, len(rest), 8)] if compression == 0 else uncoded(rest, system['bias'])
    width = len(variables)
    system['rows'] = [cells[i:i + width] for i in range(0, len(cells), width)] if width else []
    return system


def read_variable(reader):
    width, labelled, missing, print_format, write_format = reader.ints(5)
    variable = {'kind': 2, 'width': width, 'missing_kind': missing, 'formats': (print_format, write_format)}
    variable['name'] = reader.take(8)
    variable['label'] = None
    if labelled:
        length = reader.int()
        variable['label'] = reader.take((length + 3) // 4 * 4)[:length]
    variable['missing'] = [reader.take(8) for _ in range(abs(missing))]
    return variable


def read_labels(reader):
    labels = []
    for _ in range(reader.int()):
        value = reader.take(8)
        length = reader.take(1)[0]
        labels.append((value, reader.take((length + 8) // 8 * 8 - 1)[:length]))
    assert reader.int() == 4
    return {'kind': 3, 'labels': labels, 'places': reader.ints(reader.int())}


def read_documents(reader):
    return {'kind': 6, 'lines': [reader.take(80) for _ in range(reader.int())]}


def read_extension(reader):
    subtype, size, count = reader.ints(3)
    return {'kind': 7, 'subtype': subtype, 'size': size, 'data': reader.take(size * count)}


READERS = {2: read_variable, 3: read_labels, 6: read_documents, 7: read_extension}


def inflated(rest):
    trailer = struct.unpack('<q', rest[8:16])[0] - struct.unpack('<q', rest[:8])[0]
    count = struct.unpack('<i', rest[trailer + 20:trailer + 24])[0]
    result, at = b'', 24
    for i in range(count):
        entry = trailer + 24 + 24 * i
        length = struct.unpack('<i', rest[entry + 20:entry + 24])[0]
        result += zlib.decompress(rest[at:at + length])
        at += length
    return result


SYSTEM_MISSING = struct.pack('<d', -1.7976931348623157e308)


def uncoded(rest, bias):
    cells, at = [], 0
    while at < len(rest):
        codes = rest[at:at + 8]
        at += 8
        for code in codes:
            if code == 252:
                return cells
            if code == 253:
                cells.append(rest[at:at + 8])
                at += 8
            elif code == 254:
                cells.append(b' ' * 8)
            elif code == 255:
                cells.append(SYSTEM_MISSING)
            elif code:
                cells.append(struct.pack('<d', code - bias))
    return cells


def change(system, options):
    records = system['records']
    if options.double is not None:
        system['rows'][0][system['numeric'].index(True)] = options.double[::-1]
    last = None if options.rows is None else options.from_row + options.rows
    system['rows'] = system['rows'][options.from_row:last]
    if system['cases'] != -1:
        system['cases'] = len(system['rows'])
    if options.encoding is not None:
        records[:] = [record for record in records if record.get('subtype') != 20]
        if options.encoding != 'none':
            records.append({'kind': 7, 'subtype': 20, 'size': 1, 'data': options.encoding.encode()})
        for record in records:
            if record.get('subtype') == 3:
                record['data'] = record['data'][:28] + struct.pack('<i', 2)
    if options.label is not None:
        name, label = options.label.split('=')
        variable_named(records, name)['label'] = bytes.fromhex(label)
    if options.value_label is not None:
        name, label = options.value_label.split('=')
        place = [record for record in records if record['kind'] == 2].index(variable_named(records, name)) + 1
        record = next(record for record in records if record['kind'] == 3 and place in record['places'])
        record['labels'][0] = (record['labels'][0][0], bytes.fromhex(label))
    if options.old:
        replace(system, options.old, options.new)
    if options.extra:
        records.extend(EXTRA)


def variable_named(records, name):
    return next(one for one in records if one['kind'] == 2 and one['name'].decode('latin1').strip() == name)


def replace(system, old, new):
    assert len(old) == len(new)
    system['tail'] = system['tail'].replace(old, new)
    for record in system['records']:
        if record['kind'] == 2:
            record['name'] = record['name'].replace(old, new)
            record['label'] = record['label'] and record['label'].replace(old, new)
        elif record['kind'] == 3:
            record['labels'] = [(value.replace(old, new), label.replace(old, new)) for value, label in record['labels']]
        elif record['kind'] == 6:
            record['lines'] = [line.replace(old, new) for line in record['lines']]
        else:
            record['data'] = record['data'].replace(old, new)


EXTRA = [
    {'kind': 7, 'subtype': subtype, 'size': size, 'data': data}
    for subtype, size, data in (
        (5, 1, b'Schaal= item1 item2\n'),
        (6, 4, struct.pack('<6i', 6, 0, 0, 0, 0, 0)),
        (10, 1, b'<?xml version="1.0" encoding="UTF-8"?><text/>'),
        (12, 1, b'{5c1c1ab4-3b80-4a1f-9d0f-0d2f7c0b9d11}'),
        (24, 1, b'<?xml version="1.0"?><ds:dataSet/>'),
        (77, 8, b'\xff' * 16),
    )
]


def written(system, options):
    order = '>' if options.big_endian else '<'
    out = bytearray(b'$FL3' if options.compression == 'zlib' else b'$FL2')
    out += system['product']
    kind = ('none', 'byte', 'zlib').index(options.compression)
    cases = -1 if options.unknown_cases else system['cases']
    layout = 3 if options.layout_3 else 2
    out += struct.pack(order + '5id', layout, len(system['numeric']), kind, system['weight'], cases, options.bias)
    out += system['tail']
    for record in system['records']:
        out += struct.pack(order + 'i', record['kind'])
        out += WRITERS[record['kind']](record, order, system, cases)
    out += struct.pack(order + '2i', 999, 0)
    flip = (lambda cell, number: cell[::-1] if number else cell) if options.big_endian else (lambda cell, _: cell)
    rows = [[flip(cell, number) for cell, number in zip(row, system['numeric'])] for row in system['rows']]
    if options.compression == 'none':
        return bytes(out) + b''.join(cell for row in rows for cell in row)
    codes = coded(rows, system['rows'], system['numeric'], options)
    return bytes(out) + (codes if options.compression == 'byte' else deflated(codes, len(out), order, options))


def write_variable(variable, order, _system, _cases):
    out = struct.pack(order + '5i', variable['width'], int(variable['label'] is not None), variable['missing_kind'],
                      *variable['formats']) + variable['name']
    if variable['label'] is not None:
        length = len(variable['label'])
        out += struct.pack(order + 'i', length) + variable['label'].ljust((length + 3) // 4 * 4, b' ')
    flip = order == '>' and variable['width'] == 0
    return out + b''.join(value[::-1] if flip else value for value in variable['missing'])


def write_labels(record, order, system, _cases):
    flip = order == '>' and system['numeric'][record['places'][0] - 1]
    out = struct.pack(order + 'i', len(record['labels']))
    for value, label in record['labels']:
        out += value[::-1] if flip else value
        out += bytes([len(label)]) + label.ljust((len(label) + 8) // 8 * 8 - 1, b' ')
    places = record['places']
    return out + struct.pack(f'{order}{2 + len(places)}i', 4, len(places), *places)


def write_documents(record, order, _system, _cases):
    return struct.pack(order + 'i', len(record['lines'])) + b''.join(record['lines'])


def write_extension(record, order, _system, cases):
    subtype, size, data = record['subtype'], record['size'], record['data']
    count = len(data) // size if size else 0
    if subtype == 16:
        data = struct.pack('<2q', 1, cases)
    if order == '>':
        data = SWAPPED.get(subtype, swapped_units)(data, size)
    if subtype == 3 and order == '>':
        data = data[:24] + struct.pack('>i', 1) + data[28:]
    return struct.pack(order + '3i', subtype, size, count) + data


def swapped_units(data, size):
    return b''.join(data[i:i + size][::-1] for i in range(0, len(data), size)) if size in (4, 8) else data


def swapped_long_labels(data, _size):
    reader, out = Reader(data), b''
    while reader.at < len(data):
        out += swapped_sized(reader)
        width, count = reader.ints(2)
        out += struct.pack('>2i', width, count)
        for _ in range(2 * count):
            out += swapped_sized(reader)
    return out


def swapped_long_missing(data, _size):
    reader, out = Reader(data), b''
    while reader.at < len(data):
        out += swapped_sized(reader)
        count = reader.take(1)
        out += count
        length = struct.pack('<i', 8)
        for i in range(count[0]):
            if i == 0 or reader.data[reader.at:reader.at + 4] == length:  # PSPP says it before each
                out += struct.pack('>i', reader.int())
            out += reader.take(8)
    return out


def swapped_sized(reader):
    length = reader.int()
    return struct.pack('>i', length) + reader.take(length)


SWAPPED = {21: swapped_long_labels, 22: swapped_long_missing}
WRITERS = {2: write_variable, 3: write_labels, 6: write_documents, 7: write_extension}


def coded(rows, plain_rows, numeric, options):
    out, codes, values = bytearray(), bytearray(), bytearray()

    def put(code, value=b''):
        codes.append(code)
        values.extend(value)
        if len(codes) == 8:
            out.extend(codes + values)
            codes.clear()
            values.clear()

    for row, plain in zip(rows, plain_rows):
        for cell, little, number in zip(row, plain, numeric):
            if options.codes == 'padded':
                put(0)
            code = code_of(little, number, options)
            put(code, cell if code == 253 else b'')
    if options.codes == 'ended':
        put(252)
        while codes:
            put(101)
        out.extend(b'\x65' * 40)
    while codes:
        put(0)
    return bytes(out)


def code_of(little, number, options):
    if options.codes == 'plain':
        return 253
    if not number:
        return 254 if little == b' ' * 8 else 253
    if little == SYSTEM_MISSING:
        return 255
    code = struct.unpack('<d', little)[0] + options.bias
    whole = code == code and abs(code) < 1000 and code == int(code)
    return int(code) if whole and 1 <= code <= 251 and struct.pack('<d', code - options.bias) == little else 253


def deflated(codes, start, order, options):
    blocks = [codes[i:i + options.block] for i in range(0, len(codes), options.block)]
    packed = [zlib.compress(block) for block in blocks]
    trailer = start + 24 + sum(map(len, packed))
    out = struct.pack(order + '3q', start, trailer, 24 + 24 * len(blocks)) + b''.join(packed)
    out += struct.pack(order + '2q2i', -int(options.bias), 0, options.block, len(blocks))
    plain, place = start, start + 24
    for block, pack in zip(blocks, packed):
        out += struct.pack(order + '2q2i', plain, place, len(block), len(pack))
        plain, place = plain + len(block), place + len(pack)
    return out


main()
