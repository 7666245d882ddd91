<?php
/**
 * Functions that convert and clean values.
 */

declare(strict_types=1);

// Stock is in whole numbers unless a plugin removes this filter.
add_filter( 'woocommerce_stock_amount', 'intval' );

function wc_string_to_bool( $string ) {
	return is_bool( $string ) ? $string : in_array( strtolower( (string) ( $string ?? '' ) ), array( 'yes', 'true', '1' ), true );
}

function wc_bool_to_string( $bool ) {
	return wc_string_to_bool( $bool ) ? 'yes' : 'no';
}

function wc_clean( $var ) {
	if ( is_array( $var ) ) {
		return array_map( 'wc_clean', $var );
	}
	return is_scalar( $var ) ? sanitize_text_field( (string) $var ) : $var;
}

function wc_stock_amount( $amount ) {
	$filtered = apply_filters( 'woocommerce_stock_amount', $amount );
	$filtered = is_string( $filtered ) ? trim( $filtered ) : $filtered;
	if ( ! is_numeric( $filtered ) ) {
		return (int) $amount;
	}
	return is_int( $filtered ) ? $filtered : round( (float) $filtered, WC_ROUNDING_PRECISION );
}

function wc_is_stock_amount_integer() {
	return 1 === wc_stock_amount( 1 );
}

/** A price as text with a decimal point and nothing but the number. */
function wc_format_decimal( $number, $dp = false, $trim_zeros = false ) {
	if ( null === $number || '' === $number ) {
		return '';
	}
	if ( is_float( $number ) ) {
		$number     = sprintf( '%.' . WC_ROUNDING_PRECISION . 'F', $number );
		$trim_zeros = false === $dp ? true : $trim_zeros;
	} else {
		$number = preg_replace( '/[^0-9.-]/', '', str_replace( wc_get_price_decimal_separator(), '.', wc_clean( (string) $number ) ) );
		// "1.234.5": only the last point is one.
		$number = preg_replace( '/\.(?=.*\.)/', '', $number );
	}
	if ( false !== $dp ) {
		$number = number_format( (float) $number, '' === $dp ? wc_get_price_decimals() : (int) $dp, '.', '' );
	}
	return $trim_zeros && str_contains( $number, '.' ) ? rtrim( rtrim( $number, '0' ), '.' ) : $number;
}

function wc_float_to_string( $float ) {
	return is_float( $float ) ? (string) $float : $float;
}

function wc_get_price_decimals() {
	return absint( apply_filters( 'wc_get_price_decimals', get_option( 'woocommerce_price_num_decimals', 2 ) ) );
}

function wc_get_price_decimal_separator() {
	$separator = apply_filters( 'wc_get_price_decimal_separator', get_option( 'woocommerce_price_decimal_sep' ) );
	return $separator ? stripslashes( $separator ) : '.';
}

function wc_get_rounding_precision() {
	return max( wc_get_price_decimals() + 2, WC_ROUNDING_PRECISION );
}

function get_woocommerce_currency() {
	return apply_filters( 'woocommerce_currency', get_option( 'woocommerce_currency' ) );
}

function wc_price( $price, $args = array() ) {
	$amount = number_format( (float) $price, wc_get_price_decimals(), wc_get_price_decimal_separator(), ' ' );
	$html   = '<span class="woocommerce-Price-amount amount"><bdi>' . $amount . ' ' . esc_html( $args['currency'] ?? get_woocommerce_currency() ) . '</bdi></span>';
	return apply_filters( 'wc_price', $html, $amount, $args, (float) $price, $price );
}

function wc_string_to_timestamp( $time_string, $from_timestamp = null ) {
	$zone = date_default_timezone_get();
	date_default_timezone_set( 'UTC' );
	$timestamp = strtotime( (string) $time_string, $from_timestamp );
	date_default_timezone_set( $zone );
	return $timestamp;
}

/** Text with a time zone keeps it; text without one is in the site's time. */
function wc_string_to_datetime( $time_string ) {
	$time_string = (string) $time_string;
	$moment      = preg_match( '/T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/', $time_string )
		? new WC_DateTime( $time_string )
		: new WC_DateTime( get_gmt_from_date( gmdate( 'Y-m-d H:i:s', wc_string_to_timestamp( $time_string ) ) ), new DateTimeZone( 'UTC' ) );
	$moment      = new WC_DateTime( '@' . $moment->getTimestamp(), new DateTimeZone( 'UTC' ) );
	if ( get_option( 'timezone_string' ) ) {
		$moment->setTimezone( new DateTimeZone( wc_timezone_string() ) );
	} else {
		$moment->set_utc_offset( wc_timezone_offset() );
	}
	return $moment;
}

function wc_timezone_string() {
	return wp_timezone_string();
}

function wc_timezone_offset() {
	$zone = get_option( 'timezone_string' );
	return $zone ? ( new DateTimeZone( $zone ) )->getOffset( new DateTime( 'now' ) ) : (float) get_option( 'gmt_offset', 0 ) * HOUR_IN_SECONDS;
}
