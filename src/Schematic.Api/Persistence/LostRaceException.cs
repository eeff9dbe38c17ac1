namespace Schematic.Api.Persistence;

/// <summary>
/// Another writer changed what a write depends on; the write must be undone and run again.
/// </summary>
internal sealed class LostRaceException : Exception;
