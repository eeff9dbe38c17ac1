namespace Schematic.Api.Evaluation;

/// <summary>Settings of checks, in the section <see cref="Section"/>.</summary>
internal sealed record CheckOptions
{
    public const string Section = "Checks";

    /// <summary>
    /// How much memory companies and users may take that checks have asked for, in MiB; about 2,500 bytes each.
    /// </summary>
    public int ContextMegabytes { get; init; } = 384;

    /// <summary>For how many minutes checks are answered from memory while the database cannot be reached.</summary>
    public int MinutesWithoutDatabase { get; init; } = 15;
}
