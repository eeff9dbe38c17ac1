namespace Schematic.Api.Evaluation;

/// <summary>Settings of checks, in the section <see cref="Section"/>.</summary>
internal sealed record CheckOptions
{
    public const string Section = "Checks";

    /// <summary>
    /// How much memory companies and users may take that checks have asked for, in MiB; about 2,500 bytes each.
    /// </summary>
    public int ContextMegabytes { get; init; } = 384;
}
