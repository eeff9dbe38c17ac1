using System.Globalization;
using Schematic.Testing.Processes;

namespace Schematic.E2E.Sdk;

/// <summary>An application that reports usage through the official Node SDK, unmodified.</summary>
internal sealed class NodeTracker(NpmPackage package, string apiKey, Uri api) : IDisposable
{
    public static async Task<NodeTracker> InstallAsync(string apiKey, Uri api, CancellationToken cancellationToken) =>
        new(await NpmPackage.InstallAsync("@schematichq/schematic-typescript-node", cancellationToken), apiKey, api);

    /// <summary>Reports an event, and ends when the SDK has sent it.</summary>
    /// <param name="quantity">Below zero for what is returned.</param>
    public async Task TrackAsync(string name, string appId, long quantity, CancellationToken cancellationToken)
    {
        var script = Path.Combine(package.Folder, "track.mjs");
        await File.WriteAllTextAsync(
            script,
            $$"""
            import { SchematicClient } from "@schematichq/schematic-typescript-node";
            const [name, appId, quantity] = process.argv.slice(2);
            const schematic = new SchematicClient({
              apiKey: "{{apiKey}}", basePath: "{{api}}", eventCaptureBaseURL: "{{api}}",
            });
            schematic.track({ event: name, company: { app_id: appId }, quantity: Number(quantity) });
            await schematic.close();
            """,
            cancellationToken
        );
        await using var node = ChildProcess.Start(
            ["node", script, name, appId, quantity.ToString(CultureInfo.InvariantCulture)],
            new Dictionary<string, string>(),
            package.Folder
        );
        Assert.True(await node.WaitForExitAsync(cancellationToken) == 0, node.Output);
    }

    public void Dispose() => package.Dispose();
}
