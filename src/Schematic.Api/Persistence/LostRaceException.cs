namespace Schematic.Api.Persistence;

/// <summary>
/// What a write rests on was changed by another writer meanwhile: it must be taken back and run again.
/// </summary>
internal sealed class LostRaceException : Exception;
