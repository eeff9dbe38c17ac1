namespace Schematic.Api.Hosting;

/// <summary>The settings cannot work: every reason at once, each naming its key.</summary>
public sealed class InvalidConfigurationException(IReadOnlyList<string> errors, Exception? inner = null)
    : Exception(
        $"The configuration is not valid:{string.Concat(errors.Select(error => $"{Environment.NewLine}  {error}"))}",
        inner
    )
{
    public IReadOnlyList<string> Errors { get; } = errors;
}
