<?php
/**
 * For PHPStan only: the parts of WP-CLI that the plugin uses. WP-CLI's own package needs an older PHP than our other
 * tools.
 */

// phpcs:disable Universal.Files.SeparateFunctionsFromOO,Generic.Files.OneObjectStructurePerFile

namespace {
	class WP_CLI {
		/** @param callable|object|class-string $callable */
		public static function add_command( string $name, callable|object|string $callable, array $args = array() ): bool {}
		public static function line( string $message = '' ): void {}
		public static function log( string $message ): void {}
		public static function debug( string $message, string|bool $group = false ): void {}
		public static function success( string $message ): void {}
		public static function warning( string $message ): void {}
		/**
		 * @param bool|int $exit The status, or false to go on.
		 * @return ($exit is false ? void : never)
		 */
		public static function error( string $message, bool|int $exit = true ) {}
		public static function halt( int $return_code ): never {}
	}
}

namespace WP_CLI {
	class NoOp {
		public function tick( int $increment = 1, ?string $message = null ): void {}
		public function finish(): void {}
	}
}

namespace WP_CLI\Dispatcher {
	class CommandNamespace {}
}

namespace WP_CLI\Utils {
	/**
	 * @param iterable<array<string, mixed>> $items
	 * @param list<string> $fields
	 */
	function format_items( string $format, iterable $items, array $fields ): void {}
	function get_flag_value( array $assoc_args, string $flag, mixed $default = null ): mixed {}
	function make_progress_bar( string $message, int $count, int $interval = 100 ): \cli\progress\Bar|\WP_CLI\NoOp {}
}

namespace cli\progress {
	class Bar {
		public function tick( int $increment = 1, ?string $message = null ): void {}
		public function finish(): void {}
	}
}
