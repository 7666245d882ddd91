<?php
/**
 * Thrown by setters that refuse a value.
 */

declare(strict_types=1);

class WC_Data_Exception extends Exception {
	/** @var string */
	protected $error_code;

	/** @var array<string, mixed> */
	protected $error_data;

	public function __construct( $code, $message, $http_status_code = 400, $data = array() ) {
		parent::__construct( $message, $http_status_code );
		$this->error_code = $code;
		$this->error_data = array( 'status' => $http_status_code ) + $data;
	}

	public function getErrorCode() {
		return $this->error_code;
	}

	public function getErrorData() {
		return $this->error_data;
	}
}
