<?php
/**
 * The integrations that plugins have registered, by id.
 */

declare(strict_types=1);

class WC_Integrations {
	/** @var array<string, WC_Integration> */
	public $integrations = array();

	public function __construct() {
		do_action( 'woocommerce_integrations_init' );
		foreach ( apply_filters( 'woocommerce_integrations', array() ) as $class ) {
			$integration                            = is_object( $class ) ? $class : new $class();
			$this->integrations[ $integration->id ] = $integration;
		}
	}

	public function get_integrations() {
		return $this->integrations;
	}

	public function get_integration( $id ) {
		return $this->integrations[ $id ] ?? null;
	}
}
