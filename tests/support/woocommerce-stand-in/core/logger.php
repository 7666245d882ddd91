<?php
/**
 * Collects log lines in memory, so that a test can read them: WC_Logger::stand_in_lines().
 */

declare(strict_types=1);

class WC_Logger implements WC_Logger_Interface {
	/** @var list<array{level: string, message: string, context: array<string, mixed>}> */
	private static array $collected = array();

	public function __construct( $handlers = null, $threshold = null ) {}

	/** @return list<array{level: string, message: string, context: array<string, mixed>}> */
	public static function stand_in_lines(): array {
		return self::$collected;
	}

	public function add( $handle, $message, $level = WC_Log_Levels::NOTICE ) {
		$this->log( $level, $message, array( 'source' => $handle ) );
		return true;
	}

	public function log( $level, $message, $context = array() ) {
		$message = apply_filters( 'woocommerce_logger_log_message', $message, $level, $context, null );
		if ( null !== $message ) {
			self::$collected[] = compact( 'level', 'message', 'context' );
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
}
