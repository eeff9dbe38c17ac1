namespace Schematic.Api.Hosting;

/// <summary>Where the console of this installation listens, for <c>GET /</c>.</summary>
/// <param name="Find">Null until it is known; the API alone never knows it.</param>
public sealed record ConsoleAddress(Func<string?> Find);
