using Schematic.Api.Hosting;
using Schematic.Api.Hosting.Start;
using Schematic.Api.Maintenance;

if (Commands.IsCommand(args))
    return await Commands.RunAsync(args);

try
{
    await StartLines.RunAsync(ApiApplication.Build(args));
    return 0;
}
catch (Exception refused) when (refused is InvalidConfigurationException or StartRefusedException)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}
