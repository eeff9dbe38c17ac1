namespace Schematic.Packaging.Tests.Container;

/// <summary>What the images that a build starts from set, as far as a Dockerfile may rely on it.</summary>
internal static class BaseImages
{
    /// <summary>Id of the user that Microsoft's images bring. Only root can start a process as another user.</summary>
    private const string AppUid = "1654";

    /// <exception cref="InvalidOperationException">Nothing is known about the image.</exception>
    public static IReadOnlyDictionary<string, string> Environment(string image) =>
        image.Split(':')[0] switch
        {
            "mcr.microsoft.com/dotnet/sdk" or "mcr.microsoft.com/dotnet/aspnet" => new Dictionary<string, string>
            {
                ["APP_UID"] = System.Environment.IsPrivilegedProcess ? AppUid : CurrentUser(),
                ["ASPNETCORE_HTTP_PORTS"] = "8080",
                ["DOTNET_RUNNING_IN_CONTAINER"] = "true",
            },
            _ => throw new InvalidOperationException($"Say here what {image} sets."),
        };

    private static string CurrentUser() =>
        // Uid: real, effective, saved, file system
        File.ReadLines("/proc/self/status")
            .First(static line => line.StartsWith("Uid:", StringComparison.Ordinal))
            .Split('\t')[1];
}
