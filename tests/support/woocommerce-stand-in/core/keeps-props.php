<?php
/**
 * The properties of an object and their changes.
 */

declare(strict_types=1);

namespace WooStandIn\Core;

use DateTimeZone;
use Throwable;
use WC_Data_Exception;
use WC_DateTime;
use WP_Error;

trait KeepsProps {
	public function get_data_keys() {
		return array_keys( $this->data );
	}

	public function get_extra_data_keys() {
		return array_keys( $this->extra_data );
	}

	public function set_defaults() {
		$this->data    = $this->default_data;
		$this->changes = array();
		$this->set_object_read( false );
	}

	public function set_object_read( $read = true ) {
		$this->object_read = (bool) $read;
	}

	public function get_object_read() {
		return $this->object_read;
	}

	public function get_changes() {
		return $this->changes;
	}

	public function apply_changes() {
		$this->data    = array_replace_recursive( $this->data, $this->changes );
		$this->changes = array();
	}

	public function set_props( $props, $context = 'set' ) {
		$errors = new WP_Error();
		foreach ( $props as $prop => $value ) {
			if ( null === $value || ! $this->stand_in_knows( (string) $prop ) || 'meta_data' === $prop ) {
				continue;
			}
			try {
				$this->{"set_$prop"}( $value );
			} catch ( WC_Data_Exception $refused ) {
				$errors->add( $refused->getErrorCode(), $refused->getMessage(), array( 'property_name' => $prop ) );
			}
		}
		return $errors->has_errors() ? $errors : true;
	}

	protected function get_hook_prefix() {
		return "woocommerce_{$this->object_type}_get_";
	}

	protected function get_prop( $prop, $context = 'view' ) {
		if ( ! array_key_exists( $prop, $this->data ) ) {
			return null;
		}
		$value = array_key_exists( $prop, $this->changes ) ? $this->changes[ $prop ] : $this->data[ $prop ];
		return 'view' === $context ? apply_filters( $this->get_hook_prefix() . $prop, $value, $this ) : $value;
	}

	/** A value counts as changed if it differs, or if it was changed before (even back to the value that was read). */
	protected function set_prop( $prop, $value ) {
		if ( ! array_key_exists( $prop, $this->data ) ) {
			return;
		}
		if ( ! $this->object_read ) {
			$this->data[ $prop ] = $value;
		} elseif ( $value !== $this->data[ $prop ] || array_key_exists( $prop, $this->changes ) ) {
			$this->changes[ $prop ] = $value;
		}
	}

	/** Accepts a WC_DateTime, UTC seconds, or text in the site's time; ignores invalid values. */
	protected function set_date_prop( $prop, $value ) {
		if ( empty( $value ) || '0000-00-00 00:00:00' === $value ) {
			$this->set_prop( $prop, null );
			return;
		}
		try {
			if ( is_numeric( $value ) ) {
				$value = self::in_site_time( new WC_DateTime( "@$value", new DateTimeZone( 'UTC' ) ) );
			} elseif ( is_string( $value ) ) {
				$value = wc_string_to_datetime( $value );
			}
			if ( $value instanceof WC_DateTime ) {
				$this->set_prop( $prop, self::in_site_time( $value ) );
			}
		} catch ( Throwable ) {
			return;
		}
	}

	private static function in_site_time( WC_DateTime $moment ): WC_DateTime {
		if ( get_option( 'timezone_string' ) ) {
			$moment->setTimezone( new DateTimeZone( wc_timezone_string() ) );
		} else {
			$moment->set_utc_offset( wc_timezone_offset() );
		}
		return $moment;
	}
}
