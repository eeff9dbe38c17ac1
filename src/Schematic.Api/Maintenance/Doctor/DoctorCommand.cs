using Schematic.Api.Hosting;
using Schematic.Api.Hosting.Start;

namespace Schematic.Api.Maintenance.Doctor;

/// <summary>
/// Looks at everything a server needs and changes nothing, also while one is at work: a line for each finding.
/// </summary>
/// <param name="root">The folder that a relative <c>Data:Path</c> starts from.</param>
/// <param name="consoleUrl">Where the console listens unless its settings say otherwise; null if there is none.</param>
internal sealed class DoctorCommand(IConfiguration configuration, string root, string? consoleUrl, TimeProvider time)
{
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Finding> certificates = [.. new CertificateCheck(configuration, root, time).Run()];
        if (ApiApplication.Errors(configuration, root) is { Count: > 0 } errors)
            return
            [
                .. errors.Select(static error => new Finding(Health.Wrong, "settings", error)),
                .. certificates,
                new Finding(Health.Warning, "database", "Not looked at: mend the settings first."),
            ];

        var plan = StartPlan.Read(configuration, root, consoleUrl);
        return
        [
            new Finding(Health.Ok, "settings", "All settings can be read."),
            .. KnownSettings
                .FindMistakes(configuration)
                .Select(static mistake => new Finding(Health.Warning, "settings", mistake)),
            .. AddressCheck.Run(plan.Addresses),
            .. plan.Folders.SelectMany(FolderCheck.Run),
            .. plan.FindUser() is { } user ? [Finding.Of("folder", user)] : Array.Empty<Finding>(),
            .. await new DatabaseCheck(plan.Database!, time).RunAsync(cancellationToken),
            .. certificates,
        ];
    }
}
