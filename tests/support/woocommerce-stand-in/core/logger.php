<?php
/**
 * Writes log lines to one file for each source and day, as WooCommerce's usual handler does.
 */

declare(strict_types=1);

class WC_Logger implements WC_Logger_Interface {
	public function __construct( $handlers = null, $threshold = null ) {}

	public function add( $handle, $message, $level = WC_Log_Levels::NOTICE ) {
		$this->log( $level, $message, array( 'source' => $handle ) );
		return true;
	}

	public function log( $level, $message, $context = array() ) {
		$message = apply_filters( 'woocommerce_logger_log_message', $message, $level, $context, null );
		if ( null !== $message ) {
			self::stand_in_write( $level, $message, $context );
		}
	}

	public function emergency( $message, $context = array() ) {
		$this->log( WC_Log_Levels::EMERGENCY, $message, $context );
	}

	public function alert( $message, $context = array() ) {
		$this->log( WC_Log_Levels::ALERT, $message, $context );
	}

	public function critical( $message, $context = array() ) {
		$this->log( WC_Log_Levels::CRITICAL, $message, $context );
	}

	public function error( $message, $context = array() ) {
		$this->log( WC_Log_Levels::ERROR, $message, $context );
	}

	public function warning( $message, $context = array() ) {
		$this->log( WC_Log_Levels::WARNING, $message, $context );
	}

	public function notice( $message, $context = array() ) {
		$this->log( WC_Log_Levels::NOTICE, $message, $context );
	}

	public function info( $message, $context = array() ) {
		$this->log( WC_Log_Levels::INFO, $message, $context );
	}

	public function debug( $message, $context = array() ) {
		$this->log( WC_Log_Levels::DEBUG, $message, $context );
	}

	private static function stand_in_write( string $level, string $message, array $context ): void {
		$folder = wp_upload_dir()['basedir'] . '/wc-logs/';
		wp_mkdir_p( $folder );
		$facts  = array_diff_key( $context, array( 'source' => true ) );
		$facts  = array() === $facts ? '' : ' CONTEXT: ' . wp_json_encode( $facts, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES );
		$source = sanitize_title( trim( $context['source'] ?? 'log' ) ) . '-' . gmdate( 'Y-m-d' );
		$name   = $source . '-' . hash_hmac( 'md5', $source, AUTH_SALT ) . '.log';
		file_put_contents( $folder . $name, gmdate( 'c' ) . ' ' . strtoupper( $level ) . " $message$facts\n", FILE_APPEND );
	}
}
