using Schematic.Api.Hosting;
using Schematic.Api.Maintenance;
using Schematic.Api.Persistence;

if (Commands.IsCommand(args))
    return await Commands.RunAsync(args);

try
{
    await StartLines.RunAsync(ApiApplication.Build(args));
    return 0;
}
catch (Exception refused) when (refused is InvalidConfigurationException or UnusableDatabaseException)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}
