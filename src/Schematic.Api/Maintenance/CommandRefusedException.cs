namespace Schematic.Api.Maintenance;

/// <summary>A command cannot do what it was asked for. The message is a sentence that names the next step.</summary>
internal sealed class CommandRefusedException(string message, Exception? inner = null) : Exception(message, inner);
