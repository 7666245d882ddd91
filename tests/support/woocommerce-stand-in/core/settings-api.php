<?php
/**
 * Settings of one integration, kept in one option.
 */

declare(strict_types=1);

abstract class WC_Settings_API {
	/** @var string */
	public $plugin_id = 'woocommerce_';

	/** @var string */
	public $id = '';

	/** @var array<string, mixed> */
	public $settings = array();

	/** @var array<string, array<string, mixed>> */
	public $form_fields = array();

	public function get_form_fields() {
		return apply_filters( 'woocommerce_settings_api_form_fields_' . $this->id, $this->form_fields );
	}

	public function init_form_fields() {}

	public function get_option_key() {
		return $this->plugin_id . $this->id . '_settings';
	}

	public function init_settings() {
		$stored         = get_option( $this->get_option_key(), null );
		$this->settings = is_array( $stored )
			? $stored
			: array_map( static fn( array $field ): mixed => $field['default'] ?? '', $this->get_form_fields() );
	}

	public function get_option( $key, $empty_value = null ) {
		if ( array() === $this->settings ) {
			$this->init_settings();
		}
		$value = $this->settings[ $key ] ??= $this->get_form_fields()[ $key ]['default'] ?? '';
		return '' === $value && null !== $empty_value ? $empty_value : $value;
	}

	public function update_option( $key, $value = '' ) {
		if ( array() === $this->settings ) {
			$this->init_settings();
		}
		$this->settings[ $key ] = $value;
		return update_option( $this->get_option_key(), apply_filters( 'woocommerce_settings_api_sanitized_fields_' . $this->id, $this->settings ), 'yes' );
	}
}
