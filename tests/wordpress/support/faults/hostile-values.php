<?php
/** Returns values that a parameter may get. */

$deep   = array( 'x' );
for ( $level = 0; $level < 100; $level++ ) {
	$deep = array( 'x' => $deep );
}
$values = array(
	'1e30', '1e309', '-1e309', '1e1', 1e30, 1.7e308, -1.7e308, 0.1, -1, 0, 1, 7, '1', '07', ' 1', '1 ', '+1', '-0', '1.0', '1.5', '0x1A', '1_000',
	'9223372036854775807', '9223372036854775808', '-9223372036854775808', '99999999999999999999999999', 9007199254740993, PHP_INT_MAX, PHP_INT_MIN,
	'NaN', 'INF', 'null', 'true', '', ' ', true, false, null, array(), array( 1 ), array( array() ), array( 'a' => 'b' ), array( '', null, 'x' ), $deep,
	array_fill( 0, 200, 1 ), str_repeat( 'a', 5000 ), str_repeat( 'ї', 300 ), '😀', "\xFF\xFE", "ab\xC3", "\xED\xA0\x80", "\0", "a\0b", "\r\n", '%s %d %1\$s %', "'", '"', "' OR 1=1 -- ", '\\', '%', '_', '<script>', '../../etc/passwd',
	'asc', 'desc', 'csv', 'json', 'sync', 'preview', 'updated', 'failed', 'time', 'up', 'down', 'near_miss', 'statuses', 'enable', 'zero',
	'2026-01-01T00:00:00Z', '2026-02-30T25:61:61Z', '9999-12-31T23:59:59Z', '0000-00-00T00:00:00Z', '-9999-01-01T00:00:00Z', '99999-01-01T00:00:00Z', '2026-01-01T00:00:00+99:99', 'now', '@1e30',
);
