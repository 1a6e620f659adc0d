package apws.access;

class EngineDoorsOnH2Test extends EngineDoors {
}
