<?php
/**
 * Base class of plugins' integrations, such as that of KeyCRM's own plugin.
 */

declare(strict_types=1);

abstract class WC_Integration extends WC_Settings_API {
	/** @var string */
	public $enabled = 'yes';

	/** @var string */
	public $method_title = '';

	/** @var string */
	public $method_description = '';

	public function get_method_title() {
		return apply_filters( 'woocommerce_integration_title', $this->method_title, $this );
	}

	public function get_method_description() {
		return apply_filters( 'woocommerce_integration_description', $this->method_description, $this );
	}

	public function init_settings() {
		parent::init_settings();
		$this->enabled = 'yes' === ( $this->settings['enabled'] ?? '' ) ? 'yes' : 'no';
	}
}
