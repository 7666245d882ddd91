<?php
/**
 * Functions about product attributes.
 */

declare(strict_types=1);

function wc_get_text_attributes( $raw_attributes ) {
	if ( ! is_string( $raw_attributes ) ) {
		return array();
	}
	$decoded = html_entity_decode( $raw_attributes, ENT_QUOTES, get_bloginfo( 'charset' ) );
	return array_filter( array_map( 'trim', explode( WC_DELIMITER, $decoded ) ), static fn( string $value ): bool => '' !== $value );
}

function wc_implode_text_attributes( $attributes ) {
	return implode( ' ' . WC_DELIMITER . ' ', $attributes );
}

function wc_variation_attribute_name( $attribute_name ) {
	return 'attribute_' . sanitize_title( $attribute_name );
}

/** The attribute's name as the shop's staff wrote it on the parent product. */
function wc_attribute_label( $name, $product = '' ) {
	$label = $name;
	if ( $product instanceof WC_Product ) {
		$owner = $product->is_type( 'variation' ) ? wc_get_product( $product->get_parent_id() ) : $product;
		$known = $owner instanceof WC_Product ? $owner->get_attributes() : array();
		$own   = $known[ sanitize_title( $name ) ] ?? null;
		$label = $own instanceof WC_Product_Attribute ? $own->get_name() : $name;
	}
	return apply_filters( 'woocommerce_attribute_label', $label, $name, $product );
}

function wc_get_product_variation_attributes( $variation_id ) {
	$parent_id = (int) wp_get_post_parent_id( $variation_id );
	$meta      = get_post_meta( $variation_id );
	$found     = array();
	foreach ( array_filter( (array) get_post_meta( $parent_id, '_product_attributes', true ) ) as $name => $options ) {
		if ( ! empty( $options['is_variation'] ) ) {
			$key           = wc_variation_attribute_name( $name );
			$found[ $key ] = is_array( $meta ) ? (string) ( $meta[ $key ][0] ?? '' ) : '';
		}
	}
	return $found;
}

function wc_get_formatted_variation( $variation, $flat = false, $include_names = true, $skip_attributes_in_name = false ) {
	$product    = $variation instanceof WC_Product_Variation ? $variation : '';
	$attributes = $product ? $product->get_attributes() : (array) $variation;
	$parts      = array();
	foreach ( $attributes as $name => $value ) {
		if ( '' !== $value ) {
			$parts[] = ( $include_names ? wc_attribute_label( str_replace( 'attribute_', '', $name ), $product ) . ': ' : '' ) . rawurldecode( $value );
		}
	}
	$text = implode( ', ', $parts );
	return $flat || '' === $text ? $text : '<dl class="variation">' . $text . '</dl>';
}
