namespace Schematic.Api.Hosting.Start;

/// <summary>The program cannot start, for reasons that an operator can mend: all of them, one on each line.</summary>
public sealed class StartRefusedException(IReadOnlyList<string> reasons, Exception? inner = null)
    : Exception(
        $"Schematic cannot start:{string.Concat(reasons.Select(reason => $"{Environment.NewLine}  {reason}"))}",
        inner
    )
{
    public IReadOnlyList<string> Reasons { get; } = reasons;
}
