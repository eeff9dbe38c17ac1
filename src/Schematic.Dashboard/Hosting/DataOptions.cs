using Microsoft.Extensions.Options;

namespace Schematic.Dashboard.Hosting;

/// <summary>Where the console keeps what must outlive a restart.</summary>
internal sealed class DataOptions
{
    public const string Section = "Data";

    public string Path { get; set; } = "data/";

    /// <summary>A relative path counts from the application's folder, wherever the process was started.</summary>
    public string FullPath(IHostEnvironment host) => System.IO.Path.GetFullPath(Path, host.ContentRootPath);
}

internal sealed class DataOptionsValidator : IValidateOptions<DataOptions>
{
    public ValidateOptionsResult Validate(string? name, DataOptions options) =>
        string.IsNullOrWhiteSpace(options.Path)
            ? ValidateOptionsResult.Fail("Data:Path is empty. Name a folder the process may write to, like data/.")
            : ValidateOptionsResult.Success;
}
